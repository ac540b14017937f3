// What the README shows is what happens.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';

// Inside the repository, so that `sluice` is the package itself.
const folder = mkdtempSync(join('build', 'readme-'));
after(() => rmSync(folder, { recursive: true }));

const readme = readFileSync('README.md', 'utf8');

function block(language: string, holding: string): string {
  const blocks = readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'));
  const found = [...blocks].map(([, body = '']) => body).find((body) => body.includes(holding));
  assert.ok(found, `README.md has no ${language} block with ${holding}`);
  return found;
}

function run(command: string, args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', input });
  return { status, stdout, stderr };
}

test('the program prints what its comments say', () => {
  const program = block('js', 'Guardrail');
  const path = join(folder, 'example.mjs');
  writeFileSync(path, program);
  const { status, stdout, stderr } = run('node', [path]);
  assert.equal(status, 0, stderr);
  const promised = [...program.matchAll(/console\.log\(.*\); \/\/ (.+)$/gm)].map(
    ([, line]) => line,
  );
  assert.equal(promised.length, 2);
  assert.deepEqual(stdout.trimEnd().split('\n').slice(-2), promised);
});

test('the values of the first paste are found', () => {
  const paste = block('text', 'Please write to');
  const { status, stdout } = run('node', ['wasm/dist/cli/main.js', 'scan', '-'], paste);
  assert.equal(status, 1);
  assert.match(stdout, /\[email-address\]/);
  assert.match(stdout, /\[nl-bsn\]/);
});

test('every command of the README exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const [, name = ''] of readme.matchAll(/npm (?:run )?(start|test|build|bench)\b/g)) {
    assert.ok(name in scripts, name);
  }
  const help = run('node', ['wasm/dist/cli/main.js', '--help']);
  assert.equal(help.status, 0);
  for (const word of ['scan', 'rules', '--format', '--redact'])
    assert.ok(help.stdout.includes(word));
});
