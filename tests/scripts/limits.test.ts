// The limits other tools hold for us: that they are switched on, at the right number.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'sluice-limits-'));
after(() => rmSync(folder, { recursive: true }));

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...env } });
  return { status: result.status, output: result.stdout + result.stderr };
}

// Biome with our rules, in a folder that git does not know.
const settings = JSON.parse(readFileSync('biome.json', 'utf8'));
writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...settings, vcs: { enabled: false } }));

function lintTypeScript(source: string) {
  const path = join(folder, 'limits.ts');
  writeFileSync(path, source);
  return run('node_modules/.bin/biome', ['lint', `--config-path=${folder}`, path]).output;
}

const typescriptFunction = (lines: number) =>
  `export function f(): number {\n  let n = 0;\n${'  n += 1;\n'.repeat(lines - 3)}  return n;\n}\n`;

test('Biome refuses a function over 70 lines', () => {
  assert.match(lintTypeScript(typescriptFunction(75)), /noExcessiveLinesPerFunction/);
  assert.doesNotMatch(lintTypeScript(typescriptFunction(69)), /noExcessiveLinesPerFunction/);
});

const unwanted: readonly (readonly [rule: string, source: string])[] = [
  ['noExplicitAny', 'export const f = (a: any) => a;'],
  ['noEnum', 'export enum A { B }'],
  ['noDefaultExport', 'export default 1;'],
  ['noNonNullAssertion', 'export const f = (a?: string) => a!.length;'],
  ['noUnusedVariables', 'const a = 1;'],
];
for (const [rule, source] of unwanted) {
  test(`Biome refuses ${source}`, () => {
    assert.match(lintTypeScript(source), new RegExp(rule));
  });
}

function lintCpp(source: string) {
  const path = join(folder, 'limits.cc');
  writeFileSync(path, source);
  return run('clang-tidy', ['--quiet', '--config-file=.clang-tidy', path, '--', '-std=c++20'])
    .output;
}

const cppFunction = (lines: number) =>
  `int Count(int n) {\n${'  n += 1;\n'.repeat(lines - 3)}  return n;\n}\n`;

test('clang-tidy refuses a function over 70 lines', () => {
  assert.match(lintCpp(cppFunction(75)), /readability-function-size/);
  assert.equal(lintCpp(cppFunction(69)), '');
});

test('clang-tidy refuses names that are not ours', () => {
  assert.match(lintCpp('int lower_case_function() { return 1; }\n'), /identifier-naming/);
  assert.equal(lintCpp('extern "C" int sluice_version() { return 1; }\n'), '');
});

test('scripts/lint knows only its checks', () => {
  const { status, output } = run('scripts/lint', ['nonsense']);
  assert.equal(status, 1);
  assert.match(output, /no check 'nonsense'/);
});

test('scripts/setup without apt says what is missing and ends with 1', () => {
  const path = join(folder, 'bin');
  spawnSync('mkdir', [path]);
  for (const tool of ['bash', 'node', 'npm', 'git', 'env', 'dirname', 'cut', 'tr', 'grep', 'id']) {
    symlinkSync(run('which', [tool]).output.trim(), join(path, tool));
  }
  const { status, output } = run('bash', ['scripts/setup'], { PATH: path });
  assert.equal(status, 1);
  assert.match(output, /Missing:\n/);
  for (const name of ['clang', 'cmake', 'ninja-build', 'emscripten', 'chromium', 'shellcheck']) {
    assert.match(output, new RegExp(`^  ${name} `, 'm'));
  }
});
