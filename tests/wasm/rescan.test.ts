// Law: redact, then scan: clean. Whatever the values look like.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Finding } from 'sluice';
import { isAtLeast } from '../../wasm/dist/words.js';
import { chance, loadGuardrail, pick, ruleExamples } from './support.js';
import { mixedTexts } from './texts.js';

const guardrail = loadGuardrail();
const isStrict = ({ action }: Finding) => isAtLeast(action, 'warn');

type Disguise = (value: string, random: () => number) => string;

function eachUnit(change: (unit: string) => string): Disguise {
  return (value, random) =>
    Array.from(value, (unit) => (random() < 0.5 ? change(unit) : unit)).join('');
}

const code = (unit: string) => unit.codePointAt(0) ?? 0;
const DISGUISES: readonly Disguise[] = [
  (value) => value,
  (value) => encodeURIComponent(value),
  eachUnit((unit) => (code(unit) < 0x80 ? `%${code(unit).toString(16).padStart(2, '0')}` : unit)),
  eachUnit((unit) => `&#${code(unit)};`),
  eachUnit((unit) =>
    code(unit) < 0x10000 ? `\\u${code(unit).toString(16).padStart(4, '0')}` : unit,
  ),
  eachUnit((unit) => `${unit}\u200b`),
  eachUnit((unit) => (/[!-~]/.test(unit) ? String.fromCharCode(code(unit) + 0xfee0) : unit)),
  (value) => Buffer.from(value).toString('base64'),
  (value) => Buffer.from(value).toString('hex'),
  (value) => Buffer.from(`see ${value} there`).toString('base64url'),
  (value, random) => {
    const cut = 1 + Math.floor(random() * value.length);
    return `${value.slice(0, cut)}\n> ${value.slice(cut)}`;
  },
  (value) => JSON.stringify(value),
  (value) => `**${value}**`,
  (value) => value.replaceAll('@', ' [at] ').replaceAll('.', ' (dot) '),
];

/** Examples of rules, each with its values in one disguise. */
function disguisedTexts(count: number, seed: number): readonly string[] {
  const random = chance(seed);
  const examples = ruleExamples().filter(({ kind }) => kind === 'match');
  const one = () => {
    const { text, spans } = pick(examples, random);
    const disguise = pick(DISGUISES, random);
    let made = '';
    let done = 0;
    for (const [start, end] of spans) {
      made += text.slice(done, start) + disguise(text.slice(start, end), random);
      done = end;
    }
    return made + text.slice(done);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, one).join(pick([' ', '\n', ', '], random)),
  );
}

/** Returns how many values were redacted. */
function assertClean(texts: readonly string[]): number {
  let values = 0;
  for (const text of texts) {
    const { text: redacted, verdict, vault } = guardrail.redact(text);
    values += verdict.findings.filter(isStrict).length;
    const left = guardrail.scan(redacted).findings.filter(isStrict);
    assert.deepEqual(left, [], `${redacted}\nfrom ${text}`);
    assert.equal(vault.restore(redacted), text);
  }
  return values;
}

suite('what was redacted scans clean, and can be restored', () => {
  test('in texts of values in every disguise', () => {
    const values = assertClean(disguisedTexts(3000, 21));
    assert.ok(values > 4000, `${values} values`);
  });

  test('in texts mixed from examples and odd characters', () => {
    const values = assertClean(mixedTexts(2000, 22));
    assert.ok(values > 1000, `${values} values`);
  });
});
