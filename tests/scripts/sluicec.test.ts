// The compiler tool as people and scripts call it.
import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const tool = 'build/native/engine/sluicec';
const folder = mkdtempSync(join(tmpdir(), 'sluicec-'));
after(() => rmSync(folder, { recursive: true }));

const run = (args: readonly string[], input: string | Buffer = ''): SpawnSyncReturns<string> =>
  spawnSync(tool, args, { input, encoding: 'utf8' });

interface RuleFields {
  readonly pattern: string;
  readonly match: string;
  readonly category?: string;
}

/** Writes a folder of one rule and gives its path. */
function rulesFolder(name: string, { pattern, match, category = 'secret' }: RuleFields): string {
  const rules = join(folder, name);
  mkdirSync(join(rules, 'secret'), { recursive: true });
  const rule = {
    id: 'acme-key',
    title: 'Acme key',
    pattern,
    severity: 'high',
    confidence: 'high',
    placeholder: 'ACME_KEY',
    matches: [match],
    nonMatches: [{ text: 'acme-1', because: 'it is short' }],
  };
  const family = { family: 'acme', category, title: 'Acme', rules: [rule] };
  writeFileSync(join(rules, 'secret', 'acme.json'), JSON.stringify(family, undefined, 2));
  return rules;
}

const good = rulesFolder('good', {
  pattern: '\\bacme-(?P<value>[0-9]{8})\\b',
  match: '€ acme-⟦12345678⟧',
});
const database = join(folder, 'acme.db');
const policy = 'rules/policies/default.json';

test('compile writes the same database each time and tells its size', () => {
  const first = run(['compile', good, '-o', database, '--check-examples', '--policy', policy]);
  assert.equal(first.stderr, '');
  assert.equal(first.status, 0);
  assert.match(first.stdout, /^1 rules in 1 families, .*; 2 examples pass\n$/);
  const again = join(folder, 'again.db');
  assert.equal(run(['compile', good, '-o', again]).status, 0);
  assert.deepEqual(readFileSync(again), readFileSync(database));
});

test('compile names the file, the line and the column of a mistake', () => {
  const bad = rulesFolder('bad', { pattern: 'acme-[0-9', match: '⟦x⟧' });
  const result = run(['compile', bad, '-o', join(folder, 'bad.db')]);
  assert.equal(result.status, 1);
  assert.match(
    result.stderr,
    /secret\/acme\.json:9:18: error\[invalid-pattern\]: .*\(#\/rules\/0\/pattern\)\n1 error\n$/,
  );
});

test('compile refuses a family in the wrong folder', () => {
  const fields = { pattern: 'acme-[0-9]{8}', match: '⟦acme-12345678⟧', category: 'code' };
  const result = run(['compile', rulesFolder('misplaced', fields)]);
  assert.equal(result.status, 1);
  assert.match(result.stderr, /error\[invalid-rule\]: The category "code" must be called like/);
});

test('compile fails when an example does', () => {
  const fields = { pattern: 'acme-[0-9]{8}', match: 'acme-⟦12345678⟧' };
  const result = run(['compile', rulesFolder('example', fields), '--check-examples']);
  assert.equal(result.status, 1);
  assert.match(result.stderr, /error\[example-failed\]: Expected 5-13 .*, found 0-13 /);
  assert.equal(run(['compile', join(folder, 'example')]).status, 0);
});

test('scan prints the verdict, the findings or the redacted text', () => {
  const scan = (...args: readonly string[]): string =>
    run(['scan', database, '--policy', policy, ...args], '€ acme-12345678').stdout;
  const verdict: unknown = JSON.parse(scan());
  assert.deepEqual(verdict, {
    action: 'redact',
    complete: true,
    findings: [
      {
        ruleId: 'acme-key',
        family: 'acme',
        category: 'secret',
        title: 'Acme key',
        severity: 'high',
        confidence: 'high',
        action: 'redact',
        start: 7,
        end: 15,
        testValue: false,
        evidence: [{ kind: 'format' }],
        tags: [],
      },
    ],
  });
  assert.equal(scan('--no-prefilter'), scan());
  assert.equal(scan('--format', 'text'), '9-17 acme-key high redact\n=> redact\n');
  assert.equal(scan('--redact'), '€ acme-[ACME_KEY_1]');
});

test('batch answers each text with one line', () => {
  const frame = (text: string): Buffer => {
    const body = Buffer.from(text);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length);
    return Buffer.concat([head, body]);
  };
  const texts = ['', 'acme-12345678', 'nothing'];
  const input = Buffer.concat(texts.map(frame));
  const lines = texts.map((text) => run(['scan', database, '--policy', policy], text).stdout);
  const result = run(['batch', database, '--policy', policy], input);
  assert.equal(result.stdout, lines.join(''));
  assert.equal(result.status, 0);
  const cut = run(['batch', database], input.subarray(0, -1));
  assert.equal(cut.stdout.split('\n').length, texts.length);
  assert.equal(cut.status, 2);
});

test('explain shows what a rule costs', () => {
  assert.match(run(['explain', good]).stdout, /^acme-key +pattern +\d+ +\d+ /m);
  assert.match(run(['explain', good, 'acme-key']).stdout, /anchors\n +\S/);
  assert.equal(run(['explain', good, 'acme-none']).status, 2);
});

test('examples come with UTF-16 spans', () => {
  const lines = run(['examples', good]).stdout.trimEnd().split('\n');
  assert.deepEqual(
    lines.map((line): unknown => JSON.parse(line)),
    [
      { ruleId: 'acme-key', kind: 'match', text: '€ acme-12345678', spans: [[7, 15]] },
      { ruleId: 'acme-key', kind: 'nonMatch', text: 'acme-1', spans: [] },
    ],
  );
});

test('encode-policy writes the binary form', () => {
  const output = join(folder, 'policy.bin');
  assert.equal(run(['encode-policy', policy, '-o', output]).status, 0);
  assert.equal(readFileSync(output).subarray(0, 4).toString(), 'SLP2');
  const broken = join(folder, 'policy.json');
  cpSync(policy, broken);
  writeFileSync(broken, readFileSync(broken, 'utf8').replace('"warn"', '"wran"'));
  const result = run(['encode-policy', broken, '-o', output]);
  assert.equal(result.status, 1);
  assert.match(result.stderr, /did you mean "warn"/);
});

test('a wrong command line ends with the usage', () => {
  assert.equal(run([]).status, 2);
  assert.equal(run(['complie']).status, 2);
  assert.match(run(['scan']).stderr, /<database> is missing/);
  assert.equal(run(['scan', join(folder, 'none.db')]).status, 1);
  assert.equal(run(['compile', join(folder, 'none')]).status, 2);
  assert.equal(run(['--help']).status, 0);
});
