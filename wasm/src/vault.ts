import { makeFake } from './fakes.js';
import { findMarks, type Mark } from './placeholders.js';
import type { Named } from './repeats.js';
import { Restorer } from './restorer.js';
import { seal, unseal } from './sealed.js';

/** A sensitive value of a conversation, and what stands for it: a placeholder or a fake. */
export type VaultEntry = readonly [standIn: string, value: string];

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Knows which placeholder stands for which value. Lives where the original text may be: in the
 * page or process that redacted, and nowhere else. Give it on to the next `redact` of the same
 * conversation: numbers go on, and equal values keep their placeholders.
 */
export class Vault {
  /** By name and number, `EMAIL_1`. */
  readonly #values = new Map<string, string>();
  /** By placeholder name and value: `EMAIL`, a line feed, the value. */
  readonly #keys = new Map<string, string>();
  readonly #last = new Map<string, number>();
  readonly #reserved = new Set<string>();
  /** By fake, and the fake by value: whatever a value is found as, one fake stands for it. */
  readonly #fakes = new Map<string, Named>();
  readonly #fakeOf = new Map<string, string>();
  #fakePattern: RegExp | undefined;

  /** A vault with these entries, as {@link Vault.entries} gave them. */
  static from(entries: Iterable<VaultEntry>): Vault {
    const vault = new Vault();
    for (const [standIn, value] of entries) {
      const key = /^\[([A-Z][A-Z0-9_]*_[0-9]+)\]$/i.exec(standIn)?.[1];
      if (key === undefined) vault.#putFake(standIn, 'VALUE', value);
      else vault.#put(key.toUpperCase(), value);
    }
    return vault;
  }

  /**
   * A vault that {@link Vault.seal} wrote. Rejects with `invalid-argument` for another key, and for
   * bytes that were changed.
   */
  static async unseal(sealed: BufferSource, key: CryptoKey): Promise<Vault> {
    return Vault.from(await unseal(sealed, key));
  }

  /** Number of values. */
  get size(): number {
    return this.#values.size + this.#fakes.size;
  }

  /** Every placeholder or fake with its value, oldest first. */
  entries(): readonly VaultEntry[] {
    const placeholders = [...this.#values].map(([key, value]) => [`[${key}]`, value] as const);
    const fakes = [...this.#fakes].map(([fake, { value }]) => [fake, value] as const);
    return [...placeholders, ...fakes];
  }

  /**
   * The entries, encrypted with an AES-GCM key of the caller, who keeps both apart. Rejects, as
   * `crypto.subtle.encrypt` does, for a key that is not for that.
   */
  async seal(key: CryptoKey): Promise<Uint8Array<ArrayBuffer>> {
    return await seal(this.entries(), key);
  }

  /**
   * Puts the values back into a reply. Placeholders are recognised in any case, with Markdown's
   * backslashes and asterisks, with brackets encoded for a link, and with a possessive or plural
   * inside the brackets; unknown ones stay as they are.
   */
  restore(text: string): string {
    let restored = '';
    let done = 0;
    for (const { start, end, value } of this.#standIns(text)) {
      restored += text.slice(done, start) + value;
      done = end;
    }
    return restored + text.slice(done);
  }

  /** For a reply that arrives in pieces, which may end inside a placeholder. */
  restorer(): Restorer {
    return new Restorer((text) => this.restore(text), [...this.#fakes.keys()]);
  }

  /** As {@link Vault.restorer}, for `readable.pipeThrough(vault.restoreStream())`. */
  restoreStream(): TransformStream<string, string> {
    const restorer = this.restorer();
    return new TransformStream({
      transform: (chunk, controller) => controller.enqueue(restorer.push(chunk)),
      flush: (controller) => controller.enqueue(restorer.end()),
    });
  }

  /** @internal For trying something. */
  copy(): Vault {
    const copy = new Vault();
    for (const [key, value] of this.#values) copy.#put(key, value);
    for (const key of this.#reserved) copy.#reserved.add(key);
    for (const [fake, { name, value }] of this.#fakes) copy.#putFake(fake, name, value);
    return copy;
  }

  /** @internal Never hands out what already stands in `text` and means something else. */
  reserve(text: string): void {
    for (const { keys } of findMarks(text)) {
      for (const key of keys) if (!this.#values.has(key)) this.#reserved.add(key);
    }
  }

  /** @internal Where placeholders and fakes of this vault stand in `text`. */
  locate(text: string): readonly Range[] {
    return this.#standIns(text);
  }

  /** @internal Every value with the name it goes by. */
  named(): readonly Named[] {
    const placeholders = [...this.#values].map(([key, value]) => ({ name: nameIn(key), value }));
    return [...placeholders, ...this.#fakes.values()];
  }

  /** @internal The placeholder of `value`, a new one if it has none yet. */
  placeholder(name: string, value: string): string {
    const known = this.#keys.get(`${name}\n${value}`);
    if (known !== undefined) return `[${known}]`;
    let number = this.#last.get(name) ?? 0;
    let key: string;
    do {
      number += 1;
      key = `${name}_${number}`;
    } while (this.#reserved.has(key) || this.#values.has(key));
    this.#put(key, value);
    return `[${key}]`;
  }

  /** @internal A value of the same form; the placeholder where none can be had. */
  fake(name: string, value: string, accept: (fake: string) => boolean): string {
    const known = this.#fakeOf.get(value);
    if (known !== undefined) return known;
    const isFree = (fake: string) =>
      ![...this.#fakes.keys()].some((other) => other.includes(fake) || fake.includes(other));
    const seed = `${name}_${this.#fakes.size + 1}`;
    const fake = makeFake(value, seed, (made) => isFree(made) && accept(made));
    if (fake === undefined) return this.placeholder(name, value);
    this.#putFake(fake, name, value);
    return fake;
  }

  /** Placeholders and fakes with the text to put in their place, in order, none inside another. */
  #standIns(text: string): readonly (Range & { readonly value: string })[] {
    const found = findMarks(text).flatMap((mark) => {
      const value = this.#valueOf(mark);
      return value === undefined ? [] : [{ start: mark.start, end: mark.end, value }];
    });
    if (this.#fakes.size === 0) return found;
    this.#fakePattern ??= anyOf([...this.#fakes.keys()]);
    for (const { 0: fake, index } of text.matchAll(this.#fakePattern)) {
      found.push({
        start: index,
        end: index + fake.length,
        value: this.#fakes.get(fake)?.value ?? fake,
      });
    }
    found.sort((a, b) => a.start - b.start);
    return found.filter(({ start }, index) => start >= (found[index - 1]?.end ?? 0));
  }

  #valueOf({ keys, ending }: Mark): string | undefined {
    for (const key of keys) {
      const value = this.#values.get(key);
      if (value !== undefined) return value + ending;
    }
    return undefined;
  }

  #put(key: string, value: string): void {
    const name = nameIn(key);
    const number = Number(key.slice(name.length + 1));
    this.#values.set(key, value);
    this.#keys.set(`${name}\n${value}`, key);
    this.#last.set(name, Math.max(this.#last.get(name) ?? 0, number));
  }

  #putFake(fake: string, name: string, value: string): void {
    this.#fakes.set(fake, { name, value });
    this.#fakeOf.set(value, fake);
    this.#fakePattern = undefined;
  }
}

/** `EMAIL` of `EMAIL_1`. */
function nameIn(key: string): string {
  return key.slice(0, key.lastIndexOf('_'));
}

function anyOf(texts: readonly string[]): RegExp {
  const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return new RegExp(texts.map(literal).join('|'), 'g');
}
