// Tokens and keys of three hundred issuers, invented after the form that each issuer describes, in the
// places where people paste them from.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Guardrail } from 'sluice';
import { readJson } from './catalogue.js';
import { invent, numbers } from './forms.js';

interface Issuer {
  readonly issuer: string;
  readonly page: string;
  /** Forms that tell by themselves what they are, behind the name of a variable. */
  readonly own: Readonly<Record<string, string>>;
  /** Forms that need their name beside them. */
  readonly named: Readonly<Record<string, string>>;
}

interface Paste {
  readonly issuer: string;
  readonly name: string;
  readonly value: string;
}

const issuers = readJson<readonly Issuer[]>('tests/rules/published-forms.json');

const PLACES: Readonly<Record<string, (paste: Paste) => string>> = {
  alone: ({ value }) => value,
  curl: ({ value }) => `curl -H "Authorization: Bearer ${value}" https://api.acme.example/v1`,
  env: ({ name, value }) => `${name}=${value}\n`,
  shell: ({ name, value }) => `export ${name}="${value}"\n`,
  json: ({ name, value }) => `{\n  "${name}": "${value}",\n  "debug": true\n}`,
  yaml: ({ name, value }) => `app:\n  ${name.toLowerCase()}: ${value}\n  debug: true\n`,
  prose: ({ issuer, value }) => `hi, the new ${issuer} key is ${value} and it works from today`,
};
const NAMELESS = ['alone', 'curl'];
const VALUES = 3;

/** Whether a finding of more than low confidence covers three fifths of the secret. */
function isFound(guardrail: Guardrail, marked: string): boolean {
  const text = marked.replace(/[⟦⟧]/g, '');
  const begin = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return guardrail
    .scan(text)
    .findings.filter(({ confidence }) => confidence !== 'low')
    .some((f) => (Math.min(f.end, end) - Math.max(f.start, begin)) * 5 >= (end - begin) * 3);
}

describe('tokens as their issuers describe them', async () => {
  const guardrail = await Guardrail.load();

  /** The texts of one place in which the secret is missed. */
  const missedIn = (place: string, kind: 'own' | 'named') => {
    const random = numbers(20_261_201);
    const pastes = issuers.flatMap((issuer) =>
      Object.entries(issuer[kind]).flatMap(([name, form]) =>
        Array.from({ length: VALUES }, () => {
          const value = invent(form, random);
          return { issuer: issuer.issuer, name, value: /⟦/.test(value) ? value : `⟦${value}⟧` };
        }),
      ),
    );
    const texts = pastes.map((paste) => PLACES[place]?.(paste) ?? '');
    return { texts, missed: texts.filter((text) => !isFound(guardrail, text)) };
  };

  test('there are three hundred issuers, each with a page', () => {
    assert.ok(issuers.length >= 300);
    for (const { page } of issuers) assert.match(page, /^https:\/\/[^ ]+$/);
  });

  for (const place of Object.keys(PLACES)) {
    test(`${place}: 98 in 100 that tell what they are`, () => {
      const { texts, missed } = missedIn(place, 'own');
      assert.ok(missed.length * 50 <= texts.length, missed.join('\n'));
    });
    if (NAMELESS.includes(place)) continue;
    test(`${place}: 86 in 100 that stand beside their name`, () => {
      const { texts, missed } = missedIn(place, 'named');
      assert.ok(missed.length * 7 <= texts.length, missed.join('\n'));
    });
  }
});
