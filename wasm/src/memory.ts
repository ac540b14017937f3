import { checkStatus, SluiceError } from './errors.js';
import type { ScannerExports } from './exports.js';

type MemoryExports = Pick<ScannerExports, 'memory' | 'sluice_memory_alloc' | 'sluice_memory_free'>;

const encoder = new TextEncoder();
// A byte order mark is text like any other.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A piece of the instance's memory. */
export interface Block {
  readonly pointer: number;
  readonly length: number;
}

/** Memory that lives as long as {@link withScope}'s body. */
export class Scope {
  readonly #exports: MemoryExports;
  readonly #blocks: number[] = [];

  constructor(exports: MemoryExports) {
    this.#exports = exports;
  }

  /** Uninitialised, aligned to 8. */
  block(length: number): Block {
    const pointer = allocate(this.#exports, length);
    this.#blocks.push(pointer);
    return { pointer, length };
  }

  bytes(bytes: Uint8Array): Block {
    const block = this.block(bytes.length);
    new Uint8Array(this.#exports.memory.buffer, block.pointer, block.length).set(bytes);
    return block;
  }

  text(text: string): Block {
    return this.bytes(encoder.encode(text));
  }

  words(words: readonly number[]): Block {
    const block = this.block(words.length * 4);
    new Uint32Array(this.#exports.memory.buffer, block.pointer, words.length).set(words);
    return block;
  }

  free(): void {
    for (const pointer of this.#blocks.splice(0)) this.#exports.sluice_memory_free(pointer);
  }
}

/** Runs `body`; what it allocated in the scope is freed whichever way it ends. */
export function withScope<T>(exports: MemoryExports, body: (scope: Scope) => T): T {
  const scope = new Scope(exports);
  try {
    return body(scope);
  } finally {
    scope.free();
  }
}

/** Memory the caller frees, or gives away. */
export function allocate(exports: MemoryExports, length: number): number {
  const pointer = exports.sluice_memory_alloc(Math.max(length, 1)) >>> 0;
  if (pointer === 0) throw new SluiceError('out-of-memory', 'there is not enough memory');
  return pointer;
}

/** Where calls put their answers: a few words that live as long as the instance. */
export class Answers {
  readonly #exports: MemoryExports;
  /** Address of the first and of the second answer. */
  readonly first: number;
  readonly second: number;
  /** Both, as long as the memory does not grow. */
  #words: Uint32Array;

  constructor(exports: MemoryExports) {
    this.#exports = exports;
    this.first = allocate(exports, 8);
    this.second = this.first + 4;
    this.#words = new Uint32Array(exports.memory.buffer, this.first, 2);
  }

  /** The first answer of a call that gave `status`. */
  word(status: number): number {
    checkStatus(status);
    const { buffer } = this.#exports.memory;
    if (this.#words.buffer !== buffer) this.#words = new Uint32Array(buffer, this.first, 2);
    return this.#words[0] ?? 0;
  }

  /** The bytes that both answers, pointer and length, describe: a view, not a copy. */
  bytes(status: number): Uint8Array {
    const pointer = this.word(status);
    return new Uint8Array(this.#exports.memory.buffer, pointer, this.#words[1] ?? 0);
  }

  text(status: number): string {
    return decoder.decode(this.bytes(status));
  }
}
