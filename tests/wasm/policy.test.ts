// A policy reaches the engine as the same bytes whether TypeScript or C++ wrote them.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import type { Policy, PolicyClause } from 'sluice';
import { encodePolicy, validatePolicy } from '../../wasm/dist/policy.js';
import { chance, loadGuardrail, pick, readPolicy, sluicec } from './support.js';

const folder = mkdtempSync(join(tmpdir(), 'sluice-policy-'));
after(() => rmSync(folder, { recursive: true }));

function encodedByCpp(policy: Policy): Buffer {
  const [input, output] = [join(folder, 'policy.json'), join(folder, 'policy.bin')];
  writeFileSync(input, JSON.stringify(policy));
  sluicec(['encode-policy', input, '-o', output]);
  return readFileSync(output);
}

const FIELDS = {
  categories: ['secret', 'personal', 'code', 'confidential', 'conduct'],
  severities: ['low', 'medium', 'high', 'critical'],
  confidences: ['low', 'medium', 'high'],
  directions: ['prompt', 'response'],
  families: ['aws', 'nl-identity', 'a1', 'x'.repeat(64)],
  rules: ['aws-access-key-id', 'nl-bsn'],
  tags: ['gdpr-art-9', 'iso27001-8.12'],
  languages: ['python', 'sql', 'log'],
  countries: ['nl', 'de'],
  destinations: ['chatgpt.com', '*.acme.nl'],
} as const;
const ACTIONS = ['allow', 'log', 'warn', 'redact', 'block'] as const;

function randomClause(random: () => number): PolicyClause {
  const clause: Record<string, unknown> = { action: pick(ACTIONS, random) };
  for (const [field, words] of Object.entries(FIELDS)) {
    if (random() < 0.5) continue;
    clause[field] = words.filter((_, index) => index === 0 || random() < 0.5);
  }
  if (random() < 0.5) clause.testValue = random() < 0.5;
  return clause as unknown as PolicyClause;
}

suite('binary form', () => {
  for (const name of ['default', 'monitor', 'strict']) {
    test(`of ${name} is that of the engine`, () => {
      const policy = readPolicy(name);
      assert.deepEqual(Buffer.from(encodePolicy(policy)), encodedByCpp(policy));
    });
  }

  test('of forty random policies is that of the engine', () => {
    const random = chance(40);
    for (let round = 0; round < 40; round += 1) {
      const policy: Policy = {
        id: 'random',
        ...(random() < 0.5 ? { incomplete: pick(ACTIONS, random) } : {}),
        ...(random() < 0.5 ? { testValueCap: pick(ACTIONS, random) } : {}),
        clauses: Array.from({ length: Math.floor(random() * 5) }, () => randomClause(random)),
      };
      assert.deepEqual(Buffer.from(encodePolicy(validatePolicy(policy))), encodedByCpp(policy));
    }
  });
});

suite('wrong policies', () => {
  const wrong: readonly (readonly [where: string, policy: unknown])[] = [
    ['#', null],
    ['#', []],
    ['#/id', { clauses: [] }],
    ['#/id', { id: 'No Id', clauses: [] }],
    ['#/clauses', { id: 'a' }],
    ['#/clauses', { id: 'a', clauses: {} }],
    ['#/bogus', { id: 'a', clauses: [], bogus: 1 }],
    ['#/title', { id: 'a', clauses: [], title: 1 }],
    ['#/incomplete', { id: 'a', clauses: [], incomplete: 'explode' }],
    ['#/clauses/0/action', { id: 'a', clauses: [{}] }],
    ['#/clauses/0/action', { id: 'a', clauses: [{ action: 'delete' }] }],
    ['#/clauses/1/actoin', { id: 'a', clauses: [{ action: 'log' }, { action: 'log', actoin: 1 }] }],
    ['#/clauses/0/categories', { id: 'a', clauses: [{ action: 'log', categories: [] }] }],
    ['#/clauses/0/categories', { id: 'a', clauses: [{ action: 'log', categories: 'code' }] }],
    [
      '#/clauses/0/categories/1',
      { id: 'a', clauses: [{ action: 'log', categories: ['code', 'x'] }] },
    ],
    ['#/clauses/0/testValue', { id: 'a', clauses: [{ action: 'log', testValue: 'yes' }] }],
    ['#/clauses/0/rules/0', { id: 'a', clauses: [{ action: 'log', rules: ['NL BSN'] }] }],
    ['#/clauses/0/countries/0', { id: 'a', clauses: [{ action: 'log', countries: ['nld'] }] }],
    ['#/clauses/0/destinations/0', { id: 'a', clauses: [{ action: 'log', destinations: ['*'] }] }],
    ['#/clauses/0/languages', { id: 'a', clauses: [{ action: 'log', languages: ['klingon'] }] }],
  ];
  for (const [where, policy] of wrong) {
    test(`${JSON.stringify(policy)} is refused at ${where}`, () => {
      assert.throws(() => loadGuardrail({ policy: policy as Policy }), {
        name: 'SluiceError',
        code: 'invalid-policy',
        where,
      });
    });
  }

  test('an unknown name says which there are', () => {
    assert.throws(() => loadGuardrail({ policy: 'lax' }), /default, monitor, strict/);
  });

  test('changing a policy after loading changes nothing', () => {
    const policy = { id: 'mine', incomplete: 'block' as const, clauses: [] };
    const guardrail = loadGuardrail({ policy });
    Object.assign(policy, { incomplete: 'allow' });
    assert.equal(guardrail.scan('x'.repeat(34_000_000)).action, 'block');
  });
});
