// Law: incomplete is never clean. Whatever stops a scan becomes part of the verdict.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Guardrail, type Policy } from 'sluice';
import { loadJs } from 'sluice/js';
import { trappingIn, withLittleMemory } from './broken.js';
import { loadGuardrail } from './support.js';

const MIB = 1024 * 1024;
const SECRET = 'BSN 111222333';
const BLOCKING: Policy = { id: 'blocking', incomplete: 'block', clauses: [] };

const builds = { WebAssembly: loadGuardrail(), JavaScript: loadJs() };

for (const [name, guardrail] of Object.entries(builds)) {
  suite(`${name}: size`, () => {
    test('32 MiB of ASCII are scanned to their end', () => {
      const text = ' '.repeat(32 * MIB - SECRET.length) + SECRET;
      const verdict = guardrail.scan(text);
      assert.equal(verdict.complete, true);
      assert.equal(verdict.findings[0]?.end, text.length);
    });

    for (const [kind, unit, bytes] of [
      ['ASCII', ' ', 1],
      ['two-byte characters', 'é', 2],
      ['three-byte characters', '中', 3],
      ['pairs', '👩', 4],
      ['halves of pairs', '\udc00', 3],
    ] as const) {
      test(`one byte over 32 MiB of ${kind} is too large`, () => {
        const units = Math.floor((32 * MIB) / bytes);
        const fits = unit.repeat(units) + ' '.repeat(32 * MIB - units * bytes);
        assert.equal(guardrail.scan(fits).complete, true);
        assert.deepEqual(guardrail.scan(`${fits} `), {
          action: 'warn',
          complete: false,
          incomplete: 'too-large',
          findings: [],
        });
      });
    }

    test('33 MiB leave nothing clean and the next text is scanned', () => {
      assert.equal(guardrail.scan(SECRET.repeat(3 * MIB)).incomplete, 'too-large');
      assert.equal(guardrail.scan(SECRET).findings.length, 1);
    });
  });

  suite(`${name}: budget`, () => {
    test('more findings than are returned', () => {
      const mails = Array.from({ length: 12_000 }, (_, index) => `user${index}@acme.nl`).join(', ');
      const verdict = guardrail.scan(mails);
      assert.equal(verdict.incomplete, 'budget');
      assert.equal(verdict.complete, false);
      assert.ok(verdict.findings.length > 0 && verdict.findings.length < 12_000);
    });
  });
}

suite('an engine that fails', () => {
  for (const name of [
    'sluice_scanner_scan',
    'sluice_scanner_input',
    'sluice_verdict_count',
    'sluice_memory_free',
  ]) {
    test(`in ${name} gives the verdict error`, () => {
      const module = trappingIn(name);
      if (name === 'sluice_memory_free') {
        assert.throws(() => Guardrail.loadSync(module), { code: 'engine-failed' });
        return;
      }
      const guardrail = Guardrail.loadSync(module, { policy: BLOCKING });
      for (let time = 0; time < 3; time += 1) {
        assert.deepEqual(guardrail.scan('anything'), {
          action: 'block',
          complete: false,
          incomplete: 'error',
          findings: [],
        });
      }
    });
  }

  test('while it starts throws when loading', () => {
    for (const name of ['_initialize', 'sluice_database_load', 'sluice_scanner_new']) {
      assert.throws(() => Guardrail.loadSync(trappingIn(name)), { code: 'engine-failed' }, name);
    }
  });

  test('for want of memory is replaced and scans the next text', () => {
    const guardrail = Guardrail.loadSync(withLittleMemory());
    const large = ' '.repeat(7 * MIB) + SECRET;
    for (let time = 0; time < 3; time += 1) {
      assert.equal(guardrail.scan(large).incomplete, 'error');
      assert.equal(guardrail.scan(SECRET).findings.length, 1);
    }
  });

  test('redacts nothing and says so', () => {
    const guardrail = Guardrail.loadSync(trappingIn('sluice_scanner_scan'));
    const { text, verdict } = guardrail.redact(SECRET);
    assert.equal(text, SECRET);
    assert.equal(verdict.complete, false);
  });
});

suite('what an incomplete scan leads to', () => {
  const tooLarge = ' '.repeat(33 * MIB);

  test('is the policy’s to say', () => {
    for (const action of ['allow', 'log', 'warn', 'redact', 'block'] as const) {
      const guardrail = loadGuardrail({ policy: { id: 'p', incomplete: action, clauses: [] } });
      assert.equal(guardrail.scan(tooLarge).action, action);
    }
  });

  test('is a warning where the policy does not say', () => {
    assert.equal(loadGuardrail({ policy: { id: 'p', clauses: [] } }).scan(tooLarge).action, 'warn');
  });
});
