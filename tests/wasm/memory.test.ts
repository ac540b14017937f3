// What a scan takes of the machine's memory, and gives back.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { canonicalJson } from '../../wasm/dist/canonical.js';
import { loadGuardrail, ruleExamples, scanner } from './support.js';

const MIB = 1024 * 1024;
const LINE = 'Dear Anna, the invoice of 12 March is attached; mail jan@voorbeeld.nl or call me.\n';
const COLUMN = 'anna;111222333;NL91ABNA0417164300;4929 5463 1298 7318\n';

/** The memories of all instances made while a test runs, in order. */
let memories: WebAssembly.Memory[] = [];
const { Instance } = WebAssembly;

beforeEach(() => {
  memories = [];
  WebAssembly.Instance = class extends Instance {
    constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
      super(module, imports);
      memories.push(this.exports.memory as WebAssembly.Memory);
    }
  };
});
afterEach(() => {
  WebAssembly.Instance = Instance;
});

function heap(): number {
  return memories.at(-1)?.buffer.byteLength ?? 0;
}

function filled(line: string, size: number): string {
  return line.repeat(Math.ceil(size / line.length)).slice(0, size);
}

suite('the engine’s memory', () => {
  scanner(); // compiled before any instance is counted

  test('is small after loading and after an ordinary text', () => {
    const guardrail = loadGuardrail();
    assert.ok(heap() <= 8 * MIB, `${heap()} bytes`);
    for (const { text } of ruleExamples()) guardrail.scan(text);
    assert.ok(heap() <= 8 * MIB, `${heap()} bytes`);
    assert.equal(memories.length, 1);
  });

  for (const [kind, text] of [
    ['prose', filled(LINE, 10 * MIB)],
    ['letters of two bytes', filled('één brief, überall gelesen; ça va. ', 10 * MIB)],
    ['letters of three bytes', filled('中文字符，没有别的。', 10 * MIB)],
    ['percent escapes', filled('%41%42%C3%A9 ', 10 * MIB)],
    // Hundreds of thousands of numbers, each a match of several rules.
    ['a table of numbers', filled(COLUMN, 10 * MIB)],
  ] as const) {
    test(`stays below 96 MiB for ten megabytes of ${kind}`, () => {
      loadGuardrail().scan(
        Buffer.from(text)
          .subarray(0, 10 * MIB)
          .toString(),
      );
      assert.ok(heap() <= 96 * MIB, `${heap()} bytes`);
    });
  }

  test('goes back after a huge text, whose verdict is that of any text', () => {
    const guardrail = loadGuardrail();
    const text = `${'é'.repeat(16 * MIB - 64)} BSN 111222333`;
    assert.equal(guardrail.scan(text).findings[0]?.end, text.length);
    assert.ok(heap() > 64 * MIB, `${heap()} bytes`);
    guardrail.scan('BSN 111222333');
    assert.equal(memories.length, 2);
    assert.ok(heap() <= 8 * MIB, `${heap()} bytes`);
  });

  test('is not touched by a text that is refused', () => {
    const guardrail = loadGuardrail();
    const before = heap();
    assert.equal(guardrail.scan(' '.repeat(100 * MIB)).incomplete, 'too-large');
    assert.equal(heap(), before);
    const stream = guardrail.stream();
    stream.push(' '.repeat(100 * MIB));
    assert.equal(stream.end().incomplete, 'too-large');
    assert.ok(heap() <= before + MIB);
  });
});

suite('warming up', () => {
  test('changes no verdict and takes no memory to speak of', () => {
    const cold = loadGuardrail();
    const warm = loadGuardrail();
    const before = heap();
    warm.warmUp();
    assert.ok(heap() <= before + MIB);
    for (const { text } of ruleExamples().slice(0, 300)) {
      assert.equal(canonicalJson(warm.scan(text)), canonicalJson(cold.scan(text)));
    }
  });

  test('is refused once the guardrail was disposed of', () => {
    const guardrail = loadGuardrail();
    guardrail.dispose();
    assert.throws(() => guardrail.warmUp(), { code: 'disposed' });
  });
});
