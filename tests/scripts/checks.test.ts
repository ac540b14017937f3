// Every check can fail: each is shown a small repository with one fault, and the same without it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { checkLayers } from '../../scripts/check-layers.mjs';
import { checkLinks } from '../../scripts/check-links.mjs';
import { checkPrivacy } from '../../scripts/check-privacy.mjs';
import { checkSize } from '../../scripts/check-size.mjs';

type Files = Readonly<Record<string, string>>;

function problems(check: (root: string) => string[], files: Files): string[] {
  const root = mkdtempSync(join(tmpdir(), 'sluice-checks-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return check(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const arrows: readonly (readonly [path: string, line: string, problem: string | undefined])[] = [
  ['engine/scanner/a.cc', '#include "sluice/scanner.h"', undefined],
  ['engine/scanner/a.cc', '#include <vector>', undefined],
  ['engine/scanner/a.cc', '#include "compiler/rule_source.h"', 'compiler/rule_source.h'],
  ['engine/scanner/a.cc', '#include "sluice/compiler.h"', 'sluice/compiler.h'],
  ['engine/scanner/a.cc', '#include <nlohmann/json.hpp>', 'nlohmann/json.hpp'],
  ['engine/include/sluice/a.h', '#  include "re2/re2.h"', 're2/re2.h'],
  ['engine/include/sluice/a.h', '#include "scanner/program.h"', 'scanner/program.h'],
  ['engine/compiler/a.cc', '#include "re2/re2.h"', undefined],
  ['engine/compiler/a.cc', '#include "wasm/abi/abi.h"', 'wasm/abi/abi.h'],
  ['wasm/abi/a.cc', '#include "scanner/program.h"', undefined],
  ['wasm/abi/a.cc', '#include "re2/re2.h"', 're2/re2.h'],
  ['wasm/src/a.ts', "import { b } from './b.js';", undefined],
  ['wasm/src/a.ts', "import { z } from 'zod';", 'zod'],
  ['wasm/src/a.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
  ['wasm/src/cli/a.ts', "import { readFileSync } from 'node:fs';", undefined],
  ['wasm/src/a.ts', "export * from '../../extension/a.js';", '../../extension/a.js'],
  ['extension/guard/a.ts', "import { Guardrail } from 'sluice/js';", undefined],
  ['extension/guard/a.ts', "const d = await import('../../demo/src/a.js');", '../../demo/src/a.js'],
  ['extension/guard/a.ts', "import '../../wasm/src/index.js';", '../../wasm/src/index.js'],
  ['demo/src/a.ts', "import type { A } from '../../extension/a.js';", '../../extension/a.js'],
  ['rules/secret/a.ts', 'export const a = 1;', 'rules/ holds data only'],
  ['rules/secret/a.json', '{}', undefined],
];

for (const [path, line, problem] of arrows) {
  test(`layers: ${path} with ${line} is ${problem ? 'refused' : 'fine'}`, () => {
    const found = problems(checkLayers, { [path]: `${line}\n` });
    if (problem === undefined) assert.deepEqual(found, []);
    else assert.ok(found.length === 1 && found[0]?.includes(problem), found.join('\n'));
  });
}

test('size: a file of 401 lines is refused, one of 400 is fine', () => {
  const lines = (count: number) => 'x\n'.repeat(count);
  assert.deepEqual(problems(checkSize, { 'engine/scanner/a.cc': lines(400) }), []);
  assert.equal(problems(checkSize, { 'engine/scanner/a.cc': lines(401) }).length, 1);
  assert.equal(problems(checkSize, { 'scripts/a': lines(401) }).length, 1);
  assert.deepEqual(problems(checkSize, { 'engine/scanner/a_table.cc': lines(401) }), []);
});

const exits: readonly (readonly [path: string, line: string, refused: boolean])[] = [
  ['wasm/src/loader.ts', 'await fetch(url);', false],
  ['wasm/src/loader.ts', 'await fetch(url); await fetch(other);', true],
  ['wasm/src/loader.ts', 'const get = globalThis["fetch"]; get(fetch);', true],
  ['extension/guard/a.ts', '// fetch is not used here\nconst text = "fetch";', false],
  ['extension/guard/a.ts', 'fetch("/x");', true],
  ['extension/guard/a.ts', 'navigator.sendBeacon("/x", text);', true],
  ['extension/guard/a.ts', 'new WebSocket("wss://x");', true],
  ['extension/guard/a.ts', 'new Function("return 1")();', true],
  ['extension/guard/a.ts', 'if (f instanceof Function) f();', false],
  ['extension/guard/a.ts', 'setTimeout("go()", 1);', true],
  ['extension/guard/a.ts', 'setTimeout(() => go(), 1);', false],
  ['extension/.output/chrome-mv3/content.js', 'new XMLHttpRequest();', true],
  ['extension/.output/chrome-mv3/popup.html', '<script src="https://x/y.js"></script>', true],
  ['extension/.output/chrome-mv3/popup.html', '<a href="https://x/y">more</a>', false],
  ['demo/src/a.css', '@import "https://x/y.css";', true],
  ['engine/scanner/a.cc', '#include <sys/socket.h>', true],
  ['wasm/abi/a.cc', 'EM_JS(void, f, (), {});', true],
  ['package.json', '{"dependencies":{"left-pad":"1"}}', true],
  ['package.json', '{"devDependencies":{"@sentry/browser":"1"}}', true],
  ['package.json', '{"devDependencies":{"vite":"1"}}', false],
];

for (const [path, line, refused] of exits) {
  test(`privacy: ${path} with ${line} is ${refused ? 'refused' : 'fine'}`, () => {
    const found = problems(checkPrivacy, { [path]: line });
    assert.equal(found.length > 0, refused, found.join('\n'));
  });
}

test('links: a file or heading that is not there is refused', () => {
  const target = '# One two\n\ntext\n';
  const links = (link: string) =>
    problems(checkLinks, { 'README.md': `See [it](${link}).\n`, 'docs/a.md': target });
  assert.deepEqual(links('docs/a.md#one-two'), []);
  assert.deepEqual(links('https://example.com/nothing'), []);
  assert.equal(links('docs/b.md').length, 1);
  assert.equal(links('docs/a.md#three').length, 1);
});
