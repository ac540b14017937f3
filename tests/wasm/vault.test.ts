// A vault over a conversation: what it keeps, how replies come back, how it is stored.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Vault } from 'sluice';
import { loadGuardrail } from './support.js';

const guardrail = loadGuardrail();
const IBAN = 'NL09RABO0318264071';

suite('a vault given on', () => {
  test('takes a known value out where no rule would find it', () => {
    const { text, vault } = guardrail.redact('BSN 281740938 (dus 281740938).');
    assert.equal(text, 'BSN [BSN_1] (dus [BSN_1]).');
    const next = guardrail.redact('alleen 281740938, niet 2817409381 of x281740938', { vault });
    assert.equal(next.text, 'alleen [BSN_1], niet 2817409381 of x281740938');
    assert.equal(vault.restore(next.text), 'alleen 281740938, niet 2817409381 of x281740938');
  });

  test('leaves alone what the caller wanted to keep', () => {
    const { text } = guardrail.redact('BSN 281740938, 281740938', { minimum: 'block' });
    assert.equal(text, 'BSN 281740938, 281740938');
  });
});

suite('restore', () => {
  const { vault } = guardrail.redact(`mail jan@acme.nl, IBAN ${IBAN}`);

  for (const [reply, expected] of [
    ["[EMAIL_1]'s mailbox", "jan@acme.nl's mailbox"],
    ["[EMAIL_1's] mailbox", "jan@acme.nl's mailbox"],
    ['[EMAIL_1’s]', 'jan@acme.nl’s'],
    ['[EMAILS_1]', 'jan@acme.nl'],
    ['[Email 1] and [email-1]', 'jan@acme.nl and jan@acme.nl'],
    ['[ EMAIL_1 ]', 'jan@acme.nl'],
    ['[*EMAIL_1*] [__EMAIL_1__] [`EMAIL_1`]', 'jan@acme.nl jan@acme.nl jan@acme.nl'],
    ['mailto:%5BEMAIL_1%5D', 'mailto:jan@acme.nl'],
    ['&#91;IBAN_1&#93;', IBAN],
    ['"\\u005bIBAN_1\\u005d"', `"${IBAN}"`],
    ['【IBAN_1】', IBAN],
    ['[IBAN_11] [XIBAN_1] [IBAN_1', '[IBAN_11] [XIBAN_1] [IBAN_1'],
  ] as const) {
    test(`${reply} becomes ${expected}`, () => {
      assert.equal(vault.restore(reply), expected);
    });
  }

  test('a plural in the original is no plural of ours', () => {
    const text = '[EMAILS_1] jan@acme.nl';
    const redaction = guardrail.redact(text);
    assert.equal(redaction.text, '[EMAILS_1] [EMAIL_2]');
    assert.equal(redaction.vault.restore(redaction.text), text);
  });
});

suite('a reply in pieces', () => {
  const { vault } = guardrail.redact(`mail jan@acme.nl, IBAN ${IBAN}`);
  const reply =
    'Dear [EMAIL_1], \\[IBAN\\_1\\] & [**email_1**] [link](x) a[0] %5BIBAN_1%5D 5 % [EMAIL_1]';

  test('is the whole reply restored, wherever it is cut', () => {
    for (let size = 1; size <= reply.length; size += 1) {
      const restorer = vault.restorer();
      let shown = '';
      for (let at = 0; at < reply.length; at += size) {
        shown += restorer.push(reply.slice(at, at + size));
      }
      assert.equal(shown + restorer.end(), vault.restore(reply), `pieces of ${size}`);
    }
  });

  test('shows at once what cannot become a placeholder', () => {
    const restorer = vault.restorer();
    assert.equal(restorer.push('Dear '), 'Dear ');
    assert.equal(restorer.push('[EMA'), '');
    assert.equal(restorer.push('IL_1], and so on'), 'jan@acme.nl, and so on');
    assert.equal(restorer.push(`[${'x'.repeat(200)}`).length, 201);
    assert.equal(restorer.end(), '');
  });

  test('flows through a stream', async () => {
    const pieces = new ReadableStream<string>({
      start(controller) {
        for (const piece of ['to [EM', 'AIL_1', ']!']) controller.enqueue(piece);
        controller.close();
      },
    });
    let shown = '';
    for await (const piece of pieces.pipeThrough(vault.restoreStream())) shown += piece;
    assert.equal(shown, 'to jan@acme.nl!');
  });
});

suite('fakes', () => {
  const text = `IBAN ${IBAN}, BSN 281740938, mail jan.jansen@acme.nl, tel 06-28174093`;
  const { text: faked, vault } = guardrail.redact(text, { style: 'fake' });

  test('have the form of the value and nothing of it', () => {
    const form = 'IBAN [A-Z]{2}\\d{2}[A-Z]{4}\\d{10}, BSN \\d{9}, mail [a-z]{3}\\.[a-z]{6}@mail';
    assert.match(faked, new RegExp(`^${form}\\.example, tel \\d{2}-\\d{8}$`));
    for (const value of [IBAN, '281740938', 'jan.jansen', '28174093']) {
      assert.ok(!faked.includes(value), value);
    }
  });

  test('fail their check digits', () => {
    for (const { ruleId, evidence } of guardrail.scan(faked).findings) {
      assert.ok(!evidence.some(({ kind }) => kind === 'checksum'), ruleId);
    }
  });

  test('come back, also in pieces and from a stored vault', () => {
    assert.equal(vault.restore(faked), text);
    const restorer = Vault.from(structuredClone(vault.entries())).restorer();
    const shown = [...faked].map((sign) => restorer.push(sign)).join('');
    assert.equal(shown + restorer.end(), text);
  });

  test('stay the same for a value, and are not replaced again', () => {
    for (const own of [vault, Vault.from(vault.entries())]) {
      const next = guardrail.redact(`nogmaals ${IBAN}`, { vault: own, style: 'fake' });
      assert.ok(faked.includes(next.text.slice('nogmaals '.length)));
    }
    assert.equal(guardrail.redact(faked, { vault, style: 'fake' }).text, faked);
  });

  test('are placeholders where a value is too short', () => {
    const name = guardrail.redact('My name is Ford', { style: 'fake' });
    assert.equal(name.text, 'My name is [NAME_1]');
    assert.throws(() => guardrail.redact(text, { style: 'mask' as 'fake' }), {
      code: 'invalid-argument',
    });
  });
});

suite('a sealed vault', () => {
  const { vault } = guardrail.redact(`mail jan@acme.nl, IBAN ${IBAN}`);
  const newKey = () =>
    crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

  test('opens with its key', async () => {
    const key = await newKey();
    const sealed = await vault.seal(key);
    assert.ok(!Buffer.from(sealed).includes('acme'));
    assert.deepEqual((await Vault.unseal(sealed, key)).entries(), vault.entries());
    assert.notDeepEqual(await vault.seal(key), sealed);
  });

  test('opens with no other key, and not when it was changed', async () => {
    const key = await newKey();
    const sealed = await vault.seal(key);
    const refused = { code: 'invalid-argument' };
    await assert.rejects(Vault.unseal(sealed, await newKey()), refused);
    for (const at of [0, 1, 20, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      await assert.rejects(Vault.unseal(changed, key), refused);
    }
    await assert.rejects(Vault.unseal(new Uint8Array(0), key), refused);
  });
});
