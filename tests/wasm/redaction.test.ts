// Law: redact, then scan: clean. Law: restore(redact(t)) = t.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Finding, redactFindings, Vault } from 'sluice';
import { loadJs } from 'sluice/js';
import { redactText } from '../../wasm/dist/redaction.js';
import { isAtLeast } from '../../wasm/dist/words.js';
import { DATABASE, loadGuardrail, ruleExamples, sluicec } from './support.js';
import { mixedTexts } from './texts.js';

const guardrail = loadGuardrail();
const TEXT = 'mail jan@acme.nl or piet@acme.nl, not jan@acme.nl; BSN 111222333';

suite('redact', () => {
  test('puts numbered placeholders in place of the values', () => {
    const { text, verdict, vault } = guardrail.redact(TEXT);
    assert.equal(text, 'mail [EMAIL_1] or [EMAIL_2], not [EMAIL_1]; BSN [BSN_1]');
    assert.equal(verdict.findings.length, 4);
    assert.deepEqual(vault.entries(), [
      ['[EMAIL_1]', 'jan@acme.nl'],
      ['[EMAIL_2]', 'piet@acme.nl'],
      ['[BSN_1]', '111222333'],
    ]);
  });

  test('leaves a clean text as it is', () => {
    const { text, vault } = guardrail.redact('Nothing to see here.');
    assert.equal(text, 'Nothing to see here.');
    assert.equal(vault.size, 0);
  });

  test('replaces only what reaches the minimum', () => {
    const { text } = guardrail.redact(TEXT, { minimum: 'block' });
    assert.equal(text, TEXT);
    assert.throws(() => guardrail.redact(TEXT, { minimum: 'most' as 'block' }), {
      code: 'invalid-argument',
    });
  });

  test('puts placeholders in place of the findings that were chosen, and of no other', () => {
    const [first, second, ...others] = guardrail.scan(TEXT).findings;
    assert.ok(first && second && others.length === 2);
    assert.equal(
      redactFindings(TEXT, [second, first], () => 'MAIL'),
      'mail [MAIL_1] or [MAIL_2], not jan@acme.nl; BSN 111222333',
    );
    assert.equal(
      redactFindings(TEXT, [], () => 'MAIL'),
      TEXT,
    );
  });

  test('skips numbers that already stand in the text', () => {
    const { text, vault } = guardrail.redact('[EMAIL_1] and [email_2]: jan@acme.nl');
    assert.equal(text, '[EMAIL_1] and [email_2]: [EMAIL_3]');
    assert.equal(vault.restore(text), '[EMAIL_1] and [email_2]: jan@acme.nl');
  });

  test('keeps a value its placeholder through a conversation', () => {
    const { vault } = guardrail.redact(TEXT);
    const next = guardrail.redact('ask piet@acme.nl and kees@acme.nl', { vault });
    assert.equal(next.text, 'ask [EMAIL_2] and [EMAIL_3]');
    assert.equal(next.vault, vault);
    assert.equal(vault.size, 4);
  });

  test('goes on numbering in a vault made from entries', () => {
    const { vault } = guardrail.redact(TEXT);
    const copy = Vault.from(structuredClone(vault.entries()));
    const { text } = guardrail.redact('kees@acme.nl, jan@acme.nl', { vault: copy });
    assert.equal(text, '[EMAIL_3], [EMAIL_1]');
    assert.deepEqual(copy.entries().slice(0, 3), vault.entries());
  });

  test('never replaces a placeholder of its own', () => {
    const { text, vault } = guardrail.redact(TEXT);
    const again = guardrail.redact(text, { vault });
    assert.equal(again.text, text);
    const quoted = guardrail.redact('password = [BSN_1], secret: "[EMAIL_2]"', { vault });
    assert.equal(quoted.text, 'password = [BSN_1], secret: "[EMAIL_2]"');
    assert.equal(vault.size, 3);
  });
});

suite('restore', () => {
  const { vault } = guardrail.redact(TEXT);

  for (const [reply, expected] of [
    ['Dear [EMAIL_1],', 'Dear jan@acme.nl,'],
    ['dear [email_1]', 'dear jan@acme.nl'],
    ['**[EMAIL_2]**', '**piet@acme.nl**'],
    ['[**EMAIL_2**]', 'piet@acme.nl'],
    ['\\[EMAIL\\_1\\]', 'jan@acme.nl'],
    ['[EMAIL\\_1]', 'jan@acme.nl'],
    ['C:\\[BSN_1]', 'C:\\111222333'],
    ['[[BSN_1]]', '[111222333]'],
    ['[EMAIL_9] [BSN] [1] EMAIL_1', '[EMAIL_9] [BSN] [1] EMAIL_1'],
    ['[BSN_1][BSN_1]', '111222333111222333'],
  ] as const) {
    test(`${reply} becomes ${expected}`, () => {
      assert.equal(vault.restore(reply), expected);
    });
  }

  test('does not look for placeholders in what it put back', () => {
    const nested = Vault.from([
      ['[A_1]', '[B_1]'],
      ['[B_1]', 'b'],
    ]);
    assert.equal(nested.restore('[A_1] [B_1]'), '[B_1] b');
  });

  test('keeps dollar signs and everything else in a value', () => {
    const odd = Vault.from([['[PASSWORD_1]', "$& $1 $$ $` \n'"]]);
    assert.equal(odd.restore('<[PASSWORD_1]>'), "<$& $1 $$ $` \n'>");
  });
});

suite('laws of redaction', () => {
  const texts = [...ruleExamples().map(({ text }) => text), ...mixedTexts(3000, 5)];

  test('restoring gives the text back', () => {
    for (const text of texts) {
      const redaction = guardrail.redact(text);
      assert.equal(redaction.vault.restore(redaction.text), text);
    }
  });

  test('restoring gives every text of a conversation back', () => {
    const vault = new Vault();
    for (const text of mixedTexts(500, 6)) {
      if (/\[[A-Z_]+\d+/i.test(text)) continue; // speaks of an earlier value, and means it
      const { text: redacted } = guardrail.redact(text, { vault });
      assert.equal(vault.restore(redacted), text);
    }
    assert.ok(vault.size > 100);
  });

  test('a redacted text has nothing left that would be redacted', () => {
    const left: string[] = [];
    for (const text of texts) {
      const redaction = guardrail.redact(text);
      if (!redaction.verdict.complete) continue;
      for (const finding of guardrail.scan(redaction.text).findings) {
        if (!isAtLeast(finding.action, 'warn')) continue;
        left.push(`${finding.ruleId} in ${JSON.stringify(redaction.text)}`);
      }
    }
    assert.deepEqual(left.slice(0, 5), []);
  });

  test('both builds redact alike', () => {
    const js = loadJs();
    for (const text of texts.slice(0, 1000)) {
      assert.equal(js.redact(text).text, guardrail.redact(text).text);
    }
  });

  // Only TypeScript looks a second time: C++ redacts what one verdict says.
  test('TypeScript redacts as C++ does', () => {
    const policy = 'rules/policies/default.json';
    const names = new Map(guardrail.rules.map(({ id, placeholder }) => [id, placeholder]));
    for (const text of mixedTexts(150, 7)) {
      const expected = sluicec(
        ['scan', DATABASE, '--policy', policy, '--redact'],
        Buffer.from(text, 'utf8'),
      );
      const redactor = {
        verdict: guardrail.scan(text),
        nameOf: (ruleId: string) => String(names.get(ruleId)),
        rescan: () => [],
        repeats: () => [],
      };
      const { text: redacted } = redactText(text, redactor, {});
      assert.equal(Buffer.from(redacted).toString(), expected.toString());
    }
  });
});

suite('what a redaction uncovers', () => {
  const finding = (text: string, value: string) => {
    const start = text.indexOf(value);
    return { ruleId: value, action: 'redact', start, end: start + value.length } as Finding;
  };
  const redact = (text: string, first: readonly string[], later: readonly string[]) =>
    redactText(
      text,
      {
        verdict: {
          action: 'redact',
          complete: true,
          findings: first.map((value) => finding(text, value)),
        },
        nameOf: () => 'X',
        rescan: (redacted) =>
          later
            .filter((value) => redacted.includes(value))
            .map((value) => finding(redacted, value)),
        repeats: () => [],
      },
      {},
    );

  for (const [name, later, expected] of [
    ['before a placeholder', ['aa'], '[X_1] [X_2] cc [X_3] ee'],
    ['after a placeholder', ['ee'], 'aa [X_1] cc [X_2] [X_3]'],
    ['between placeholders', ['cc'], 'aa [X_1] [X_2] [X_3] ee'],
    ['with a placeholder at its end', ['aa [X_1]'], '[X_1] cc [X_2] ee'],
    ['with a placeholder at its begin', ['[X_1] cc'], 'aa [X_1] [X_2] ee'],
    ['around a placeholder', ['cc [X_2] ee'], 'aa [X_1] [X_2]'],
    ['with a part of a placeholder', ['a [X'], 'a[X_1] cc [X_2] ee'],
    ['within a placeholder stays', ['X_1'], 'aa [X_1] cc [X_2] ee'],
    ['round after round', ['ee', '[X_2] [X_3]'], 'aa [X_1] cc [X_2]'],
  ] as const) {
    test(name, () => {
      const text = 'aa bb cc dd ee';
      const redaction = redact(text, ['bb', 'dd'], later);
      assert.equal(redaction.text, expected);
      assert.equal(redaction.vault.restore(redaction.text), text);
    });
  }
});
