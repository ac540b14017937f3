// What comes in may be anything. Every mistake gets a code and, where there is one, a place.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Guardrail, type RulePack, SluiceError, type SluiceErrorCode } from 'sluice';
import { DATABASE, loadGuardrail, readDist } from './support.js';

suite('modules', () => {
  const wasm = new Uint8Array(readDist('sluice.wasm'));
  const cases: readonly (readonly [string, () => Promise<unknown>, SluiceErrorCode])[] = [
    [
      'a file that is not there',
      () => Guardrail.load({ wasm: pathToFileURL('/nowhere/sluice.wasm') }),
      'unavailable',
    ],
    [
      'a response of failure',
      () => Guardrail.load({ wasm: new Response('no', { status: 404 }) }),
      'unavailable',
    ],
    [
      'bytes of something else',
      () => Guardrail.load({ wasm: Buffer.from('hello') }),
      'invalid-wasm',
    ],
    ['no bytes', () => Guardrail.load({ wasm: new Uint8Array() }), 'invalid-wasm'],
    ['half a module', () => Guardrail.load({ wasm: wasm.slice(0, 50_000) }), 'invalid-wasm'],
    [
      'a module without a database',
      () => Guardrail.load({ wasm: new Uint8Array(readDist('sluice-compiler.wasm')) }),
      'invalid-wasm',
    ],
    [
      'a module that is not Sluice',
      () =>
        Guardrail.load({
          wasm: new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]),
          database: readFileSync(DATABASE),
        }),
      'invalid-wasm',
    ],
  ];
  for (const [name, load, code] of cases) {
    test(name, async () => {
      await assert.rejects(load(), { name: 'SluiceError', code });
    });
  }
});

suite('databases', () => {
  const database = new Uint8Array(readFileSync(DATABASE));
  const cases: Record<string, Uint8Array<ArrayBuffer>> = {
    empty: new Uint8Array(),
    'of zeros': new Uint8Array(4096),
    'cut in half': database.slice(0, database.length / 2),
    'with one byte more': Uint8Array.from([...database, 0]),
    'with one byte changed': database.map((byte, index) =>
      index === database.length - 100 ? byte ^ 1 : byte,
    ),
  };
  for (const [name, bytes] of Object.entries(cases)) {
    test(name, () => {
      assert.throws(() => loadGuardrail({ database: bytes }), { code: 'invalid-database' });
    });
  }

  test('of another version', () => {
    const other = database.slice();
    other[4] = (other[4] ?? 0) + 1;
    assert.throws(() => loadGuardrail({ database: other }), { code: 'version-mismatch' });
  });
});

function packWith(rule: object): RulePack {
  const whole = {
    id: 'acme-project',
    title: 'Project number',
    pattern: '\\bACME-(?P<value>[0-9]{6})\\b',
    severity: 'high',
    confidence: 'high',
    placeholder: 'PROJECT',
    matches: ['about ACME-⟦123456⟧'],
    nonMatches: [{ text: 'ACME-12345', because: 'it is too short' }],
    ...rule,
  };
  return { family: 'acme', category: 'confidential', title: 'Acme', rules: [whole] } as RulePack;
}

suite('rule packs', () => {
  const guardrail = loadGuardrail();
  const cases: readonly (readonly [
    string,
    string | RulePack,
    SluiceErrorCode | undefined,
    string,
  ])[] = [
    ['a good pack', packWith({}), undefined, ''],
    ['no JSON', '{"family": ', 'invalid-json', 'rules.json'],
    ['nested too deep', '['.repeat(100_000), 'invalid-json', 'rules.json'],
    ['a list', '[]', 'invalid-rule', 'rules.json'],
    ['an unknown field', packWith({ colour: 'red' }), 'invalid-rule', 'acme.json#/rules/0/colour'],
    ['a missing field', packWith({ title: undefined }), 'invalid-rule', 'acme.json#/rules/0'],
    [
      'a pattern that RE2 refuses',
      packWith({ pattern: 'ACME-(?=[0-9])' }),
      'invalid-pattern',
      'acme.json#/rules/0/pattern',
    ],
    [
      'a pattern without an anchor',
      packWith({ pattern: '[a-z]{3,20}' }),
      'unsupported-pattern',
      'acme.json#/rules/0/pattern',
    ],
    [
      'an unknown validator',
      packWith({ validators: ['luhm'] }),
      'unknown-validator',
      'acme.json#/rules/0/validators/0',
    ],
    [
      'an unknown detector',
      packWith({ pattern: undefined, detector: { name: 'psychic' } }),
      'unknown-detector',
      'acme.json#/rules/0/detector/name',
    ],
    [
      'a match that is none',
      packWith({ matches: ['about ACME-⟦12345⟧'] }),
      'example-failed',
      'acme.json#/rules/0/matches/0',
    ],
    [
      'a non-match that is one',
      packWith({ nonMatches: [{ text: 'ACME-123456', because: 'wrong' }] }),
      'example-failed',
      'acme.json#/rules/0/nonMatches/0',
    ],
  ];
  for (const [name, pack, code, where] of cases) {
    test(name, async () => {
      const report = await guardrail.checkRules(pack);
      assert.equal(report.ok, code === undefined);
      assert.equal(report.errors[0]?.code, code, JSON.stringify(report.errors[0]));
      const found = String(report.errors[0]?.where ?? '');
      assert.ok(found.startsWith(where), found);
    });
  }

  test('a report counts examples and tells what rules cost', async () => {
    const report = await guardrail.checkRules(packWith({}));
    assert.deepEqual(report.examples, { passed: 2, failed: 0 });
    assert.equal(report.costs[0]?.rule, 'acme-project');
    assert.equal(report.costs[0]?.kind, 'pattern');
    assert.ok(report.costs[0].anchors.length > 0);
    const failed = await guardrail.checkRules(packWith({ matches: ['about ACME-⟦12345⟧'] }));
    assert.deepEqual(failed.examples, { passed: 1, failed: 1 });
  });

  test('an error in JSON text has its line and column', async () => {
    const json = JSON.stringify(packWith({ validators: ['luhm'] }), null, 2);
    const report = await guardrail.checkRules(json);
    const line = json.split('\n').findIndex((text) => text.includes('luhm')) + 1;
    assert.deepEqual([report.errors[0]?.line, report.errors[0]?.column], [line, 9]);
  });

  test('every error is told, not only the first', async () => {
    const report = await guardrail.checkRules(packWith({ severity: 'huge', placeholder: 'x' }));
    assert.deepEqual(report.errors.map(({ where }) => where).sort(), [
      'acme.json#/rules/0/placeholder',
      'acme.json#/rules/0/severity',
    ]);
  });

  test('loading wrong rules throws the first error and counts the others', async () => {
    const rules = [packWith({ severity: 'huge', placeholder: 'x' })];
    await assert.rejects(Guardrail.load({ rules }), (error) => {
      assert.ok(error instanceof SluiceError);
      assert.equal(error.code, 'invalid-rule');
      assert.match(String(error.where), /^acme\.json#\/rules\/0\//);
      assert.match(error.message, /and 1 more/);
      return true;
    });
  });

  test('an id of the default rules cannot be taken', async () => {
    await assert.rejects(Guardrail.load({ extraRules: [packWith({ id: 'nl-bsn' })] }), {
      code: 'invalid-rule',
    });
  });
});

suite('arguments', () => {
  const guardrail = loadGuardrail();
  test('that are no text', () => {
    for (const text of [undefined, null, 1, {}, ['a'], new String('a')]) {
      assert.throws(() => guardrail.scan(text as string), { code: 'invalid-argument' });
    }
  });

  test('that are no direction', () => {
    assert.throws(() => guardrail.scan('a', { direction: 'sideways' as 'prompt' }), {
      code: 'invalid-argument',
    });
  });
});
