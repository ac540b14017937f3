// A value split over two messages is found in the second.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { inspect } from 'node:util';
import type { Finding } from 'sluice';
import { makeVerdict } from '../../wasm/dist/marshal.js';
import { loadGuardrail } from './support.js';

const guardrail = loadGuardrail();
const TOKEN = ['ghp_', 'WlLYY43', 'Jf1jnCZtQ', 'J8lMT12PaMRtQ1', '2s1R2s'].join('');
const CARD = '4929 5463 1298 7318';
const IBAN = 'NL91 ABNA 0417 1643 00';

function rulesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ ruleId }) => ruleId);
}

/** Values in which every rule is sure, found when whole. */
const whole = [TOKEN, CARD, IBAN, 'jan.de.vries@voorbeeld.nl'].map((value) => {
  const [finding] = guardrail.scan(`see ${value} ok`).findings;
  return { value, finding };
});

suite('a value split over two messages', () => {
  test('is one that the whole text shows', () => {
    for (const { value, finding } of whole) {
      assert.equal(finding?.confidence, 'high', value);
    }
  });

  for (const { value, finding } of whole) {
    test(`${finding?.ruleId} is found wherever it was cut`, () => {
      let cuts = 0;
      for (let cut = 1; cut < value.length; cut += 1) {
        const conversation = guardrail.conversation();
        const first = conversation.scan(`see ${value.slice(0, cut)}`);
        const text = `${value.slice(cut)} ok`;
        const { findings } = conversation.scan(text);
        // Where one half is a value already, it was told then.
        const seen = [...first.findings, ...findings].filter(({ action }) => action !== 'allow');
        assert.ok(seen.length > 0, `cut at ${cut}`);
        const [part] = findings;
        if (part?.continued !== true) continue;
        cuts += 1;
        assert.equal(part.ruleId, finding?.ruleId);
        const rest = value.slice(cut).trimStart();
        assert.equal(text.slice(part.start, part.end), rest);
      }
      assert.ok(cuts >= value.length / 3, `${cuts} cuts`);
    });
  }

  test('is found behind white space, and in more than two pieces', () => {
    const conversation = guardrail.conversation();
    for (const piece of [TOKEN.slice(0, 9), `\n  ${TOKEN.slice(9, 20)}\n`]) {
      assert.deepEqual(rulesOf(conversation.scan(piece).findings), []);
    }
    const text = `  ${TOKEN.slice(20)} that is all`;
    const [part] = conversation.scan(text).findings;
    assert.equal(part?.continued, true);
    assert.equal(text.slice(part?.start, part?.end), TOKEN.slice(20));
  });

  test('makes the verdict as strict as the whole value would', () => {
    const conversation = guardrail.conversation();
    conversation.scan(TOKEN.slice(0, 12));
    const verdict = conversation.scan(TOKEN.slice(12));
    assert.equal(verdict.action, guardrail.scan(TOKEN).action);
    assert.ok(Object.isFrozen(verdict) && Object.isFrozen(verdict.findings));
  });
});

suite('messages that have nothing to do with each other', () => {
  const messages = [
    `The key is ${TOKEN}`,
    'Thanks a lot',
    'Write to jan.de.vries@voorbeeld.nl',
    'and tell him that 4929',
    'people came on 12 May 2024',
    `My account: ${IBAN}`,
    '',
    '   ',
    'jan@voorbeeld.nl is gone, says',
    'anna@voorbeeld.nl',
    'Order 5463129873',
    '15 pieces, please',
  ];

  test('get the verdicts they get alone', () => {
    const conversation = guardrail.conversation({ destination: 'chatgpt.com' });
    for (const text of messages) {
      assert.deepEqual(
        conversation.scan(text),
        guardrail.scan(text, { destination: 'chatgpt.com' }),
        text,
      );
    }
  });
});

suite('a border that could not be looked at', () => {
  const FIRST = 'The first message ends here';
  const SECOND = 'and the second begins.';
  /** A conversation whose engine fails whenever a text holds this. */
  const failingOn = (part: string) => {
    const own = loadGuardrail();
    own.scan = (text) =>
      text.includes(part) ? makeVerdict('warn', 'error', []) : guardrail.scan(text);
    return own.conversation();
  };

  test('makes the verdict incomplete', () => {
    const conversation = failingOn(`here ${SECOND.slice(0, 3)}`);
    assert.equal(conversation.scan(FIRST).complete, true);
    const { complete, incomplete, action } = conversation.scan(SECOND);
    assert.deepEqual(
      { complete, incomplete, action },
      {
        complete: false,
        incomplete: 'error',
        action: 'warn',
      },
    );
  });

  test('is no border where the text before could not be looked at itself', () => {
    const conversation = failingOn('first');
    assert.equal(conversation.scan(FIRST).incomplete, 'error');
    assert.deepEqual(conversation.scan(SECOND), guardrail.scan(SECOND));
  });
});

suite('what a conversation holds', () => {
  test('is seen by no one', () => {
    const conversation = guardrail.conversation();
    conversation.scan(`see ${TOKEN.slice(0, 30)}`);
    const shown = [JSON.stringify(conversation), inspect(conversation, { showHidden: true })];
    for (const text of shown) assert.ok(!text.includes(TOKEN.slice(0, 8)), text);
    assert.deepEqual(Object.keys(conversation), []);
  });

  test('goes when it is told to forget', () => {
    const conversation = guardrail.conversation();
    conversation.scan(TOKEN.slice(0, 12));
    conversation.forget();
    assert.deepEqual(conversation.scan(TOKEN.slice(12)).findings, []);
  });

  test('is no more than the last few hundred characters', () => {
    const conversation = guardrail.conversation();
    conversation.scan(`${TOKEN.slice(0, 12) + ' '.repeat(600)}x`);
    assert.deepEqual(conversation.scan(TOKEN.slice(12)).findings, []);
  });

  test('goes with its guardrail', () => {
    const own = loadGuardrail();
    const conversation = own.conversation();
    own.dispose();
    assert.throws(() => conversation.scan('text'), { code: 'disposed' });
  });
});
