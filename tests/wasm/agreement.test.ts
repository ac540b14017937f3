// Law: native, WebAssembly and JavaScript agree to the byte.
// Law: slice(start, end) is the value.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { loadJs } from 'sluice/js';
import { canonicalJson } from '../../wasm/dist/canonical.js';
import { chance, loadGuardrail, nativeVerdicts, randomUnits, ruleExamples } from './support.js';
import { mixedTexts } from './texts.js';

const POLICY = 'rules/policies/default.json';
const wasm = loadGuardrail();
const js = loadJs();

/** A long run: `SLUICE_INPUTS=1000000 node --import tsx --test tests/wasm/agreement.test.ts`. */
const INPUTS = Number(process.env.SLUICE_INPUTS ?? 100_000);
const BATCH = 5000;
/** A long run takes other texts each time. */
const seed = process.env.SLUICE_INPUTS === undefined ? 1 : Date.now() % 1_000_000_000;

function assertAgreement(texts: readonly string[]): number {
  let findings = 0;
  const native = nativeVerdicts(texts, POLICY);
  assert.equal(native.length, texts.length);
  texts.forEach((text, index) => {
    const verdict = wasm.scan(text);
    const expected = native[index];
    // Building a message for each of so many costs more than the scans.
    if (canonicalJson(verdict) !== expected) assert.equal(canonicalJson(verdict), expected, text);
    const inJs = canonicalJson(js.scan(text));
    if (inJs !== expected) assert.equal(inJs, expected, text);
    findings += verdict.findings.length;
  });
  return findings;
}

/** In batches, so that a million texts need no more memory than a few thousand. */
function assertAgreementOn(
  count: number,
  texts: (count: number, batch: number) => readonly string[],
) {
  let findings = 0;
  for (let done = 0, batch = 0; done < count; done += BATCH, batch += 1) {
    findings += assertAgreement(texts(Math.min(BATCH, count - done), batch));
  }
  return findings;
}

suite('native, WebAssembly and JavaScript agree to the byte', () => {
  const examples = ruleExamples();

  test('on every example of every rule', () => {
    const findings = assertAgreement(examples.map(({ text }) => text));
    assert.ok(findings >= examples.length / 3, `${findings} findings`);
  });

  test(`on ${0.7 * INPUTS} random texts, halves of surrogate pairs among them`, () => {
    const random = chance(seed);
    assertAgreementOn(0.7 * INPUTS, (count) =>
      Array.from({ length: count }, () => randomUnits(random, Math.floor(random() * 120))),
    );
  });

  test(`on ${0.3 * INPUTS} texts mixed from examples and odd characters`, () => {
    const findings = assertAgreementOn(0.3 * INPUTS, (count, batch) =>
      mixedTexts(count, seed + 1 + batch),
    );
    assert.ok(findings > 0.3 * INPUTS, `${findings} findings`);
  });

  test('under every policy of the package', () => {
    const texts = examples.slice(0, 300).map(({ text }) => text);
    for (const policy of ['monitor', 'strict']) {
      const guardrail = loadGuardrail({ policy });
      const native = nativeVerdicts(texts, `rules/policies/${policy}.json`);
      texts.forEach((text, index) => {
        assert.equal(canonicalJson(guardrail.scan(text)), native[index]);
      });
    }
  });
});

suite('a slice of the text is the value', () => {
  test('in every example that marks one', () => {
    for (const { ruleId, kind, text, spans } of ruleExamples()) {
      const found = wasm
        .scan(text)
        .findings.filter((finding) => finding.ruleId === ruleId)
        .map(({ start, end }) => [start, end]);
      assert.deepEqual(found, kind === 'match' ? spans : [], ruleId);
    }
  });

  test('behind characters of one, two, three and four bytes', () => {
    for (const before of ['a', 'é', '中', '👩', '\ud83d', '\udc00', '\u0000', '\ufeff']) {
      const text = `${before.repeat(7)} mail jan@example.nl, BSN 111222333 ${before}`;
      const slices = wasm.scan(text).findings.map(({ start, end }) => text.slice(start, end));
      assert.deepEqual(slices, ['jan@example.nl', '111222333'], JSON.stringify(before));
    }
  });

  test('never cuts a pair in two and stays within the text', () => {
    for (const text of mixedTexts(3000, 3)) {
      for (const { start, end } of wasm.scan(text).findings) {
        assert.ok(start >= 0 && start < end && end <= text.length);
        for (const edge of [start, end]) {
          const high = text.charCodeAt(edge - 1);
          const low = text.charCodeAt(edge);
          const cut = high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
          assert.ok(!cut, `${edge} cuts a pair`);
        }
      }
    }
  });

  test('finds the same values after a neutral beginning', () => {
    const prefix = 'Ünïcode 👩‍💻.\n\n';
    for (const { text } of ruleExamples().filter(({ kind }) => kind === 'match')) {
      if (text.includes('\n')) continue; // rules of code and tables look at lines before
      const alone = wasm.scan(text).findings.map(({ ruleId, start, end }) => [ruleId, start, end]);
      const moved = wasm
        .scan(prefix + text)
        .findings.map(({ ruleId, start, end }) => [
          ruleId,
          start - prefix.length,
          end - prefix.length,
        ]);
      assert.deepEqual(moved, alone);
    }
  });
});

suite('same input, same output', () => {
  test('whatever was scanned before', () => {
    const texts = mixedTexts(300, 4);
    const first = texts.map((text) => canonicalJson(wasm.scan(text)));
    const again = [...texts].reverse().map((text) => canonicalJson(wasm.scan(text)));
    assert.deepEqual(again.reverse(), first);
    const fresh = loadGuardrail();
    assert.deepEqual(
      texts.map((text) => canonicalJson(fresh.scan(text))),
      first,
    );
  });
});
