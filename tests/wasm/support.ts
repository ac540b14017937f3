// What the tests of the module share: the built files, the native tool, and seeded chance.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Guardrail, type Policy } from 'sluice';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const DIST = join(ROOT, 'wasm/dist');
export const DATABASE = join(ROOT, 'build/database/sluice.db');
const TOOL = join(ROOT, 'build/native/engine/sluicec');

/** Output of the native tool; fails with what it says. */
export function sluicec(args: readonly string[], input?: Uint8Array): Buffer {
  return execFileSync(TOOL, args, { input, cwd: ROOT, maxBuffer: 1 << 30 });
}

/** One verdict per text from the native engine, as canonical JSON. */
export function nativeVerdicts(texts: readonly string[], policy: string): readonly string[] {
  const frames = texts.flatMap((text) => {
    const bytes = Buffer.from(text, 'utf8');
    const head = Buffer.alloc(4);
    head.writeUInt32LE(bytes.length);
    return [head, bytes];
  });
  const output = sluicec(['batch', DATABASE, '--policy', policy], Buffer.concat(frames));
  return output.toString('utf8').trimEnd().split('\n');
}

export interface Example {
  readonly ruleId: string;
  readonly kind: 'match' | 'nonMatch';
  readonly text: string;
  readonly spans: readonly (readonly [start: number, end: number])[];
}

let examples: readonly Example[] | undefined;
/** Every example of every default rule. */
export function ruleExamples(): readonly Example[] {
  examples ??= readExamples();
  return examples;
}

function readExamples(): readonly Example[] {
  const lines = sluicec(['examples', 'rules']).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}

export function readPolicy(name: string): Policy {
  return JSON.parse(readFileSync(join(ROOT, `rules/policies/${name}.json`), 'utf8'));
}

export function readDist(file: string): Buffer<ArrayBuffer> {
  return readFileSync(join(DIST, file)) as Buffer<ArrayBuffer>;
}

let scannerModule: WebAssembly.Module | undefined;
/** The scanner, compiled once per test file. */
export function scanner(): WebAssembly.Module {
  scannerModule ??= new WebAssembly.Module(readDist('sluice.wasm'));
  return scannerModule;
}

export function loadGuardrail(options?: Parameters<typeof Guardrail.loadSync>[1]): Guardrail {
  return Guardrail.loadSync(scanner(), options);
}

/** Numbers in [0, 1) that are the same on every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** Code units of all kinds, halves of pairs among them. */
export function randomUnits(random: () => number, length: number): string {
  const ranges = [
    [0x20, 0x7f],
    [0x30, 0x3a],
    [0x00, 0x20],
    [0x80, 0x250],
    [0x2000, 0x2070],
    [0xd800, 0xe000],
    [0x4e00, 0x5000],
    [0xfe00, 0x10000],
  ] as const;
  return Array.from({ length }, () => {
    const [low, high] = pick(ranges, random);
    return String.fromCharCode(low + Math.floor(random() * (high - low)));
  }).join('');
}

/** What runs when a file of the package is executed. */
export function runCli(args: readonly string[], input = '') {
  return spawnSync(process.execPath, [join(DIST, 'cli/main.js'), ...args], {
    input,
    encoding: 'utf8',
    cwd: ROOT,
    maxBuffer: 64 << 20,
  });
}
