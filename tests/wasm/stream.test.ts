// Law: however a text is cut, a stream tells what a scan of the whole tells.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Finding, Guardrail, type Verdict } from 'sluice';
import { loadJs } from 'sluice/js';
import { canonicalJson } from '../../wasm/dist/canonical.js';
import { trappingIn, withLittleMemory } from './broken.js';
import { chance, loadGuardrail, pick, randomUnits, ruleExamples } from './support.js';
import { mixedTexts } from './texts.js';

const MIB = 1024 * 1024;
const wasm = loadGuardrail();
const js = loadJs();

interface Streamed {
  readonly early: readonly Finding[];
  readonly settled: number;
  readonly verdict: Verdict;
}

/** Pieces of 1 to `longest` code units: pairs are cut in two as well. */
function streamed(
  guardrail: Guardrail,
  text: string,
  longest: number,
  random: () => number,
): Streamed {
  const stream = guardrail.stream();
  const early: Finding[] = [];
  let settled = 0;
  for (let at = 0; at < text.length; ) {
    const size = 1 + Math.floor(random() * longest);
    early.push(...stream.push(text.slice(at, at + size)));
    at = Math.min(at + size, text.length);
    assert.ok(stream.settled >= settled && stream.settled <= at);
    settled = stream.settled;
  }
  return { early, settled, verdict: stream.end() };
}

function assertLaws(guardrail: Guardrail, text: string, longest: number, random: () => number) {
  const whole = guardrail.scan(text);
  const { early, settled, verdict } = streamed(guardrail, text, longest, random);
  assert.equal(canonicalJson(verdict), canonicalJson(whole));
  // Detectors look at a text as a whole: what they find is told at the end.
  const detected = ({ evidence }: Finding) => evidence.some(({ kind }) => kind === 'model');
  assert.deepEqual(
    early,
    whole.findings.filter((finding) => finding.start < settled && !detected(finding)),
  );
  return early.length;
}

function longTexts(count: number, seed: number): readonly string[] {
  const random = chance(seed);
  const parts = [
    ...ruleExamples().map(({ text }) => text),
    'Nobody in the office knew whom to ask about the letter that came with the post.\n',
    'Überall 👩‍💻 中文 \ud83d alone, ',
    '\n\n',
  ];
  return Array.from({ length: count }, () =>
    Array.from({ length: 4 + Math.floor(random() * 40) }, () => pick(parts, random)).join(
      random() < 0.5 ? '\n\n' : ' ',
    ),
  );
}

// The JavaScript build takes several times as long.
for (const [name, guardrail, share] of [
  ['WebAssembly', wasm, 1],
  ['JavaScript', js, 0.2],
] as const) {
  suite(`${name}: a stream`, () => {
    test('tells what the whole text tells, in pieces of any size', () => {
      const random = chance(11);
      let early = 0;
      for (const text of longTexts(40 * share, 12)) {
        for (const longest of [9, 400]) early += assertLaws(guardrail, text, longest, random);
      }
      assert.ok(early > 0, `${early} findings before the end`);
    });

    test('cuts no pair and moves no offset where a piece ends in one', () => {
      const random = chance(13);
      for (const text of mixedTexts(150 * share, 14)) assertLaws(guardrail, text, 1, random);
      for (let round = 0; round < 300 * share; round += 1) {
        assertLaws(guardrail, randomUnits(random, 60), 2, random);
      }
    });

    test('holds back a value that is under way, and shows it once it is whole', () => {
      const stream = guardrail.stream();
      const before = 'A first paragraph that holds nothing at all.\n\n'.repeat(40);
      stream.push(before);
      stream.push('Reach me at jan@voor');
      assert.ok(stream.settled <= before.length + 'Reach me at '.length);
      stream.push('beeld.nl. ');
      const found = stream.push(`Then more.\n\n${before}`);
      assert.deepEqual(
        found.map(({ ruleId, start }) => [ruleId, start]),
        [['email-address', before.length + 'Reach me at '.length]],
      );
      assert.ok(stream.settled > before.length + 100);
    });
  });
}

suite('a stream’s end', () => {
  test('is told once, and nothing is taken after it', () => {
    const stream = wasm.stream({ direction: 'response', destination: 'chatgpt.com' });
    stream.push('BSN 1112');
    stream.push('22333');
    const verdict = stream.end();
    assert.equal(verdict.findings[0]?.ruleId, 'nl-bsn');
    assert.equal(stream.end(), verdict);
    assert.throws(() => stream.push('more'), { code: 'invalid-argument' });
  });

  test('of nothing is the verdict of an empty text', () => {
    assert.deepEqual(wasm.stream().end(), wasm.scan(''));
  });

  test('of half a pair is that of the text with half a pair', () => {
    const stream = wasm.stream();
    stream.push('BSN 111222333 \ud83d');
    assert.deepEqual(stream.end(), wasm.scan('BSN 111222333 \ud83d'));
  });

  test('over 32 MiB is too large', () => {
    const stream = wasm.stream();
    for (let piece = 0; piece < 33; piece += 1) stream.push(' '.repeat(MIB));
    assert.deepEqual(stream.end(), wasm.scan(' '.repeat(33 * MIB)));
    const single = wasm.stream();
    single.push(' '.repeat(33 * MIB));
    assert.equal(single.end().incomplete, 'too-large');
  });

  test('without an end leaves nothing behind', () => {
    for (let round = 0; round < 40; round += 1) {
      const stream = wasm.stream();
      stream.push(' '.repeat(8 * MIB));
      stream.dispose();
      assert.equal(stream.end().complete, false);
    }
    assert.equal(wasm.scan('BSN 111222333').findings.length, 1);
  });
});

suite('a stream of an engine that fails', () => {
  for (const name of ['sluice_stream_new', 'sluice_stream_push', 'sluice_stream_end']) {
    test(`in ${name} ends in the verdict error`, () => {
      const guardrail = Guardrail.loadSync(trappingIn(name));
      const stream = guardrail.stream();
      assert.deepEqual(stream.push('BSN 111222333'), []);
      assert.equal(stream.settled, 0);
      assert.equal(stream.end().incomplete, 'error');
      assert.equal(guardrail.scan('BSN 111222333').findings.length, 1);
    });
  }

  test('for want of memory ends in the verdict error', () => {
    const guardrail = Guardrail.loadSync(withLittleMemory());
    const stream = guardrail.stream();
    for (let piece = 0; piece < 8; piece += 1) stream.push(' '.repeat(MIB));
    assert.equal(stream.end().incomplete, 'error');
    assert.equal(guardrail.scan('BSN 111222333').findings.length, 1);
  });
});

suite('what a stream refuses', () => {
  test('anything but strings and known directions', () => {
    assert.throws(() => wasm.stream().push(7 as never), { code: 'invalid-argument' });
    assert.throws(() => wasm.stream({ direction: 'up' as never }), { code: 'invalid-argument' });
  });

  test('to go on once its guardrail was disposed of', () => {
    const guardrail = loadGuardrail();
    const stream = guardrail.stream();
    stream.push('text');
    guardrail.dispose();
    assert.throws(() => stream.push('text'), { code: 'disposed' });
    assert.throws(() => guardrail.stream(), { code: 'disposed' });
  });
});
