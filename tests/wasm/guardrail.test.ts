// The class that everybody uses: ways to load it, what it gives, how it ends.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Guardrail, type LoadOptions, type RulePack, SluiceError } from 'sluice';
import { loadJs } from 'sluice/js';
import { DATABASE, DIST, loadGuardrail, readDist, scanner } from './support.js';

const TEXT = 'mail jan@example.nl, BSN 111222333';

const PACK: RulePack = {
  family: 'acme',
  category: 'confidential',
  title: 'Acme',
  rules: [
    {
      id: 'acme-project',
      title: 'Project number',
      pattern: '\\bACME-(?P<value>[0-9]{6})\\b',
      severity: 'high',
      confidence: 'high',
      placeholder: 'PROJECT',
      matches: ['about ACME-⟦123456⟧'],
      nonMatches: [{ text: 'ACME-12345', because: 'it is too short' }],
    },
  ],
};

function slices(guardrail: Guardrail, text: string): readonly string[] {
  return guardrail.scan(text).findings.map(({ start, end }) => text.slice(start, end));
}

suite('Guardrail.load', () => {
  test('needs no options', async () => {
    const guardrail = await Guardrail.load();
    assert.ok(guardrail instanceof Guardrail);
    assert.deepEqual(slices(guardrail, TEXT), ['jan@example.nl', '111222333']);
  });

  const bytes = readDist('sluice.wasm');
  const sources: Record<string, () => LoadOptions['wasm']> = {
    'a file URL': () => pathToFileURL(join(DIST, 'sluice.wasm')),
    'a response': () =>
      new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/wasm' } }),
    'a response of unknown type': () => new Response(new Uint8Array(bytes)),
    'an ArrayBuffer': () => new Uint8Array(bytes).buffer,
    'a module': scanner,
  };
  for (const [name, source] of Object.entries(sources)) {
    test(`takes ${name}`, async () => {
      const wasm = source();
      assert.ok(wasm);
      assert.equal((await Guardrail.load({ wasm })).scan(TEXT).findings.length, 2);
    });
  }

  test('takes a database compiled before', async () => {
    const database = readFileSync(DATABASE);
    const guardrail = await Guardrail.load({ database });
    database.fill(0); // it is the caller's again
    assert.deepEqual(slices(guardrail, TEXT), ['jan@example.nl', '111222333']);
  });

  test('puts rules in place of the default ones', async () => {
    const guardrail = await Guardrail.load({ rules: [PACK] });
    assert.deepEqual(
      guardrail.rules.map(({ id }) => id),
      ['acme-project'],
    );
    assert.deepEqual(slices(guardrail, `${TEXT} ACME-123456`), ['123456']);
  });

  test('adds rules to the default ones', async () => {
    const guardrail = await Guardrail.load({ extraRules: [PACK] });
    assert.deepEqual(slices(guardrail, `${TEXT} ACME-123456`), [
      'jan@example.nl',
      '111222333',
      '123456',
    ]);
    assert.equal(guardrail.rules.length, loadGuardrail().rules.length + 1);
  });

  test('refuses rules together with a database', async () => {
    await assert.rejects(Guardrail.load({ rules: [PACK], database: readFileSync(DATABASE) }), {
      code: 'invalid-argument',
    });
  });
});

suite('Guardrail.loadSync', () => {
  test('takes a compiled module', () => {
    assert.deepEqual(slices(loadGuardrail(), TEXT), ['jan@example.nl', '111222333']);
  });

  test('refuses rules, which need waiting', () => {
    assert.throws(() => loadGuardrail({ extraRules: [PACK] }), { code: 'invalid-argument' });
  });
});

suite('rules', () => {
  test('are known by id, family, category and placeholder', () => {
    const bsn = loadGuardrail().rules.find(({ id }) => id === 'nl-bsn');
    assert.equal(bsn?.category, 'personal');
    assert.equal(bsn?.country, 'nl');
    assert.equal(bsn?.placeholder, 'BSN');
    assert.ok(bsn && bsn.tags.length > 0);
  });

  test('are the same in both builds', () => {
    assert.deepEqual(loadJs().rules, loadGuardrail().rules);
  });

  test('have unique ids and no empty words', () => {
    const { rules } = loadGuardrail();
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    for (const { id, family, title, placeholder } of rules) {
      for (const word of [id, family, title, placeholder]) assert.notEqual(word, '');
    }
  });
});

suite('verdict', () => {
  const verdict = loadGuardrail().scan(TEXT);

  test('names rule, place and proof of each finding', () => {
    const bsn = verdict.findings[1];
    assert.equal(bsn?.ruleId, 'nl-bsn');
    assert.equal(bsn?.confidence, 'high');
    assert.deepEqual([bsn?.start, bsn?.end], [25, 34]);
    const proof = bsn?.evidence.map(({ kind }) => kind);
    assert.ok(proof?.includes('checksum') && proof.includes('context'), String(proof));
  });

  test('is frozen to the bottom', () => {
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      assert.ok(Object.isFrozen(value));
      Object.values(value).forEach(walk);
    };
    walk(verdict);
  });

  test('survives structured cloning', () => {
    assert.deepEqual(structuredClone(verdict), verdict);
  });

  test('of nothing is clean', () => {
    assert.deepEqual(loadGuardrail().scan(''), { action: 'allow', complete: true, findings: [] });
  });

  test('follows the policy for the destination', () => {
    const guardrail = loadGuardrail({
      policy: {
        id: 'hosts',
        clauses: [
          { destinations: ['*.acme.nl'], action: 'log' },
          { directions: ['response'], action: 'warn' },
          { action: 'block' },
        ],
      },
    });
    const text = 'mail jan@acme.nl';
    assert.equal(guardrail.scan(text).action, 'block');
    assert.equal(guardrail.scan(text, { destination: 'chat.acme.nl' }).action, 'log');
    assert.equal(guardrail.scan(text, { destination: 'acme.nl.evil.example' }).action, 'block');
    assert.equal(guardrail.scan(text, { direction: 'response' }).action, 'warn');
    assert.equal(guardrail.scan(text, { locale: 'nl-NL' }).action, 'block');
  });

  test('names a policy of the package', () => {
    const actions = ['monitor', 'default', 'strict'].map(
      (policy) => loadGuardrail({ policy }).scan('mail jan@acme.nl').action,
    );
    assert.deepEqual(actions, ['log', 'redact', 'redact']);
  });
});

suite('packs', () => {
  test('leave out what is not in them', () => {
    const text = `${TEXT} ghp_`;
    const guardrail = loadGuardrail({ packs: ['secrets'] });
    assert.deepEqual(guardrail.scan(text).findings, []);
    assert.ok(guardrail.rules.length > 0);
    assert.ok(guardrail.rules.every(({ category }) => category === 'secret'));
  });

  test('add up', () => {
    const guardrail = loadGuardrail({ packs: ['secrets', 'personal-eu'] });
    assert.ok(guardrail.scan(TEXT).findings.some(({ ruleId }) => ruleId === 'nl-bsn'));
  });

  test('are kept by an instance made anew', () => {
    const guardrail = loadGuardrail({ packs: ['secrets'] });
    guardrail.scan('é'.repeat(13_000_000)); // grows the memory so far that it is replaced
    assert.deepEqual(guardrail.scan(TEXT).findings, []);
  });

  test('that do not exist are an error', () => {
    assert.throws(() => loadGuardrail({ packs: ['nothing'] }), { code: 'invalid-argument' });
  });
});

suite('end', () => {
  test('is final and may come twice', () => {
    const guardrail = loadGuardrail();
    guardrail.dispose();
    guardrail.dispose();
    for (const use of [
      () => guardrail.scan(TEXT),
      () => guardrail.redact(TEXT),
      () => guardrail.rules,
    ]) {
      assert.throws(use, (error) => error instanceof SluiceError && error.code === 'disposed');
    }
  });

  test('comes with the block that uses it', () => {
    const guardrail = loadGuardrail();
    guardrail[Symbol.dispose]();
    assert.throws(() => guardrail.scan(TEXT), { code: 'disposed' });
  });

  test('leaves no memory behind in a thousand lives', () => {
    for (let life = 0; life < 1000; life += 1) loadGuardrail().dispose();
    assert.equal(loadGuardrail().scan(TEXT).findings.length, 2);
  });
});
