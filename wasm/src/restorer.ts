import { unfinishedFrom } from './placeholders.js';

/**
 * Restores a reply that arrives in pieces. Gives out all it can and holds back what may still
 * become a placeholder, so joining what it gave is the whole reply, restored.
 */
export class Restorer {
  readonly #restore: (text: string) => string;
  readonly #fakes: readonly string[];
  #held = '';

  /** @internal Made by `Vault.restorer`. */
  constructor(restore: (text: string) => string, fakes: readonly string[]) {
    this.#restore = restore;
    this.#fakes = fakes;
  }

  /** What can be shown after this piece. */
  push(piece: string): string {
    const text = this.#held + piece;
    const cut = Math.min(unfinishedFrom(text), this.#unfinishedFake(text));
    this.#held = text.slice(cut);
    return this.#restore(text.slice(0, cut));
  }

  /** The rest, once nothing more will come. */
  end(): string {
    const rest = this.#held;
    this.#held = '';
    return this.#restore(rest);
  }

  /** Where the earliest fake begins that the end of `text` cuts. */
  #unfinishedFake(text: string): number {
    let cut = text.length;
    for (const fake of this.#fakes) {
      for (let size = Math.min(fake.length - 1, text.length); size > text.length - cut; size -= 1) {
        if (text.endsWith(fake.slice(0, size))) cut = text.length - size;
      }
    }
    return cut;
  }
}
