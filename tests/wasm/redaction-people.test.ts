// The laws of redaction over ten thousand texts about people of 26 countries.
// Law: redact, then scan: clean. Law: restore(redact(t)) = t.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Vault } from 'sluice';
import { isAtLeast } from '../../wasm/dist/words.js';
import { peopleTexts } from './people.js';
import { loadGuardrail } from './support.js';

const guardrail = loadGuardrail();
const texts = peopleTexts(10_400, 1);

test('10,400 texts come back as they were, and are clean in between', () => {
  assert.equal(new Set(texts).size, 10_400);
  const wrong: string[] = [];
  let redacted = 0;
  for (const text of texts) {
    const redaction = guardrail.redact(text);
    if (redaction.text !== text) redacted += 1;
    if (redaction.vault.restore(redaction.text) !== text) wrong.push(`not restored: ${text}`);
    const left = guardrail
      .scan(redaction.text)
      .findings.filter(({ action }) => isAtLeast(action, 'warn'));
    for (const { ruleId } of left) wrong.push(`${ruleId} left in ${redaction.text}`);
  }
  assert.deepEqual(wrong.slice(0, 5), []);
  assert.ok(redacted > 9000, `${redacted} texts held something`);
});

test('a conversation of 1,000 texts comes back from one vault', () => {
  const vault = new Vault();
  const conversation = texts.filter((text, index) => index % 10 === 0 && !text.includes('[EMAIL'));
  const redacted = conversation.map((text) => {
    const { text: once } = guardrail.redact(text, { vault });
    assert.equal(guardrail.redact(once, { vault }).text, once);
    return once;
  });
  assert.deepEqual(
    redacted.map((text) => vault.restore(text)),
    conversation,
  );
});

test('1,000 texts come back from fakes', () => {
  for (const text of texts.filter((_, index) => index % 10 === 1)) {
    const { text: faked, vault } = guardrail.redact(text, { style: 'fake' });
    assert.equal(vault.restore(faked), text);
  }
});
