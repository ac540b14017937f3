// The command line of the package: what it prints, and its exit status.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { maskedSample } from '../../wasm/dist/cli/report.js';
import { runCli } from './support.js';

const folder = mkdtempSync(join(tmpdir(), 'sluice-cli-'));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const letter = file('letter.txt', 'Dear all,\nwrite to jan@acme.nl\nBSN 111222333 é\n');
const clean = file('clean.txt', 'Nothing here.\n');

suite('sluice scan', () => {
  test('says where, what and how sure', () => {
    const { status, stdout } = runCli(['scan', letter]);
    assert.equal(status, 1);
    const [mail = '', bsn = '', total] = stdout.split('\n');
    assert.ok(mail.startsWith(`${letter}:2:10: redact E-mail address: jan••••••••`), mail);
    assert.ok(mail.endsWith('[email-address]'), mail);
    assert.ok(bsn.startsWith(`${letter}:3:5: `) && bsn.includes('test value'), bsn);
    assert.equal(total, '2 findings in 1 text: 1 redact, 1 warn');
  });

  test('is content with a clean text', () => {
    const { status, stdout } = runCli(['scan', clean]);
    assert.deepEqual([status, stdout], [0, 'nothing found in 1 text\n']);
  });

  test('reads the standard input', () => {
    assert.equal(runCli(['scan'], 'jan@acme.nl').status, 1);
    assert.equal(runCli(['scan', '-'], 'nothing').status, 0);
  });

  test('reads UTF-16 with its mark', () => {
    const path = file('utf16.txt', Buffer.from('\ufeffjan@acme.nl', 'utf16le'));
    assert.equal(runCli(['scan', path]).status, 1);
  });

  test('gives JSON with a verdict per file', () => {
    const { stdout, status } = runCli(['scan', '--format', 'json', letter, clean]);
    const results = JSON.parse(stdout);
    assert.equal(status, 1);
    assert.deepEqual(
      results.map((one: { file: string; findings: unknown[] }) => [one.file, one.findings.length]),
      [
        [letter, 2],
        [clean, 0],
      ],
    );
  });

  test('gives SARIF with regions', () => {
    const { stdout } = runCli(['scan', '--format', 'sarif', letter]);
    const [run] = JSON.parse(stdout).runs;
    const [result] = run.results;
    assert.equal(result.ruleId, 'email-address');
    assert.deepEqual(result.locations[0].physicalLocation.region, {
      startLine: 2,
      startColumn: 10,
      endLine: 2,
      endColumn: 21,
    });
    assert.ok(run.tool.driver.rules.some(({ id }: { id: string }) => id === 'email-address'));
  });

  test('redacts to the standard output and reports beside it', () => {
    const { status, stdout, stderr } = runCli(['scan', '--redact', letter]);
    assert.equal(status, 1);
    assert.equal(stdout, 'Dear all,\nwrite to [EMAIL_1]\nBSN [BSN_1] é\n');
    assert.match(stderr, /2 findings in 1 text/);
  });

  test('follows a policy by name or file', () => {
    assert.equal(runCli(['scan', '--policy', 'monitor', letter]).status, 0);
    const policy = file(
      'policy.json',
      '{"id":"mine","testValueCap":"log","clauses":[{"action":"block"}]}',
    );
    const { stdout, status } = runCli(['scan', '--policy', policy, letter]);
    assert.equal(status, 1);
    assert.match(stdout, /1 block, 1 log/);
  });

  test('follows the destination', () => {
    const policy = file(
      'host.json',
      '{"id":"host","clauses":[{"destinations":["*.acme.nl"],"action":"allow"},{"action":"warn"}]}',
    );
    const scan = (host: string) =>
      runCli(['scan', '--policy', policy, '--destination', host, letter]).status;
    assert.deepEqual([scan('ai.acme.nl'), scan('chatgpt.com')], [0, 1]);
  });

  test('puts the rules of a folder in place of the default ones', () => {
    const rules = join(folder, 'rules', 'confidential');
    mkdirSync(rules, { recursive: true });
    const family = {
      family: 'acme',
      category: 'confidential',
      title: 'Acme',
      rules: [
        {
          id: 'acme-project',
          title: 'Project number',
          pattern: 'ACME-(?P<value>[0-9]{6})',
          severity: 'high',
          confidence: 'high',
          placeholder: 'PROJECT',
          matches: ['ACME-⟦123456⟧'],
          nonMatches: [{ text: 'ACME-1', because: 'it is too short' }],
        },
      ],
    };
    writeFileSync(join(rules, 'acme.json'), JSON.stringify(family));
    const { stdout } = runCli(
      ['scan', '--rules', join(folder, 'rules'), '-'],
      'jan@acme.nl ACME-123456',
    );
    assert.match(stdout, /Project number/);
    assert.match(stdout, /^1 finding in/m);
  });

  test('tells mistakes with status 2 and no stack', () => {
    for (const args of [
      [],
      ['swim'],
      ['scan', '--bogus'],
      ['scan', '--format', 'xml', clean],
      ['scan', '/nowhere.txt'],
      ['scan', '--policy', 'lax', clean],
      ['scan', '--policy', '/nowhere.json', clean],
      ['scan', '--policy', letter, clean],
      ['rules', 'sing'],
      ['rules', 'check'],
      ['rules', 'check', '/nowhere'],
      ['rules', 'explain', 'no-such-rule'],
    ]) {
      const { status, stderr, stdout } = runCli(args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /^sluice: /);
      assert.doesNotMatch(stderr, /\n\s+at /);
      assert.equal(stdout, '');
    }
  });
});

suite('sluice rules', () => {
  test('list names every rule', () => {
    const { status, stdout } = runCli(['rules', 'list']);
    assert.equal(status, 0);
    assert.match(stdout, /^nl-bsn +personal +critical/m);
  });

  test('explain tells what a rule costs', () => {
    const { status, stdout } = runCli(['rules', 'explain', 'email-address']);
    assert.equal(status, 0);
    assert.match(stdout, /^redacts to +\[EMAIL_1\]$/m);
    assert.match(stdout, /^looks for +\S/m);
    assert.match(runCli(['rules', 'explain']).stdout, /^email-address +pattern/m);
  });

  test('check is content with the rules of the package', () => {
    const { status, stdout } = runCli(['rules', 'check', 'rules']);
    assert.equal(status, 0, stdout);
    assert.match(stdout, / 0 errors, (\d+) of \1 examples pass/);
  });

  test('check says file, line and column of a mistake', () => {
    const path = file('wrong.json', '{\n  "family": "wrong",\n  "colour": "red"\n}\n');
    const { status, stdout } = runCli(['rules', 'check', path]);
    assert.equal(status, 2);
    assert.match(stdout, /wrong\.json:3:\d+: error\[invalid-rule\]/);
  });
});

suite('masked sample', () => {
  for (const [value, sample] of [
    ['111222333', '111••••••'],
    ['NL91ABNA0417164300', 'NL91••••••••••••'],
    ['ab', '••'],
    ['', '•'],
    ['abc', 'a••'],
    ['line one\nline two', 'li••••••'],
    ['\u001b[31mred\u0007', '[3•••••'],
    ['👩‍💻👩‍💻👩‍💻', '👩‍💻••••••'],
  ] as const) {
    test(`of ${JSON.stringify(value)} is ${sample}`, () => {
      assert.equal(maskedSample(value), sample);
    });
  }
});
