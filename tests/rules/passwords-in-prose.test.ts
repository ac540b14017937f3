// Passwords in sentences of twelve languages, apart from the rules' own examples: how many are found,
// to the character, and that talk about passwords is left alone.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Guardrail } from 'sluice';
import { readJson } from './catalogue.js';

interface Sentences {
  /** `⟦` and `⟧` stand around the password. */
  readonly found: readonly string[];
  readonly nothing: readonly string[];
}

const languages = readJson<Readonly<Record<string, Sentences>>>(
  'tests/rules/passwords-in-prose.json',
);

/** The text with marks round the secrets that a person would be told of. */
function marked(guardrail: Guardrail, text: string): string {
  const spans = guardrail
    .scan(text)
    .findings.filter(({ category, confidence }) => category === 'secret' && confidence !== 'low');
  return spans
    .toReversed()
    .reduce(
      (all, { start, end }) => `${all.slice(0, start)}⟦${all.slice(start, end)}⟧${all.slice(end)}`,
      text,
    );
}

/** As people paste them: chat, mail, tickets, notes for who takes over, tables. */
const pasted = readJson<Readonly<Record<string, readonly string[]>>>(
  'tests/rules/passwords-as-pasted.json',
);

describe('passwords in sentences', async () => {
  const guardrail = await Guardrail.load();
  const missedIn = ({ found }: Sentences) =>
    found.filter((text) => marked(guardrail, text.replace(/[⟦⟧]/g, '')) !== text);

  test('there are twelve languages', () => assert.equal(Object.keys(languages).length, 12));

  test('six in seven are found, to the character', () => {
    const all = Object.values(languages);
    const missed = all.flatMap(missedIn);
    const total = all.reduce((sum, { found }) => sum + found.length, 0);
    assert.ok(missed.length * 7 <= total, missed.join('\n'));
  });

  for (const [language, sentences] of Object.entries(languages)) {
    test(`${language}: half are found`, () => {
      const missed = missedIn(sentences);
      assert.ok(missed.length * 2 <= sentences.found.length, missed.join('\n'));
    });

    test(`${language}: talk about passwords holds none`, () => {
      const { nothing } = sentences;
      assert.deepEqual(
        nothing.map((text) => marked(guardrail, text)),
        nothing,
      );
    });
  }

  for (const [language, texts] of Object.entries(pasted)) {
    test(`${language}: four in five that people paste are found`, () => {
      const missed = missedIn({ found: texts, nothing: [] });
      assert.ok(missed.length * 5 <= texts.length, missed.join('\n'));
    });
  }

  test('people paste them in twelve languages', () => {
    const texts = Object.values(pasted).flat();
    const missed = missedIn({ found: texts, nothing: [] });
    assert.equal(Object.keys(pasted).length, 12);
    assert.ok(missed.length * 12 <= texts.length, missed.join('\n'));
  });
});
