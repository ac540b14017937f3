/** The sensitive values of a conversation, by placeholder. */
export type VaultEntry = readonly [placeholder: string, value: string];

/**
 * Anything that may be a placeholder. Chat tools change case, put backslashes before Markdown's
 * signs and wrap words in asterisks; what they wrap around stays.
 */
const PLACEHOLDER =
  /\[\**([a-z](?:[a-z0-9]|\\?_)*\\?_[0-9]+)\**\]|\\\[([a-z](?:[a-z0-9]|\\?_)*\\?_[0-9]+)\\\]/gi;

/**
 * Knows which placeholder stands for which value. Lives where the original text may be: in the
 * page or process that redacted, and nowhere else.
 */
export class Vault {
  /** By name and number, `EMAIL_1`. */
  readonly #values = new Map<string, string>();
  /** By placeholder name and value: `EMAIL`, a line feed, the value. */
  readonly #keys = new Map<string, string>();
  readonly #last = new Map<string, number>();
  readonly #reserved = new Set<string>();

  /** A vault with these entries, as {@link Vault.entries} gave them. */
  static from(entries: Iterable<VaultEntry>): Vault {
    const vault = new Vault();
    for (const [placeholder, value] of entries) vault.#put(keyOf(placeholder), value);
    return vault;
  }

  /** Number of values. */
  get size(): number {
    return this.#values.size;
  }

  /** Every placeholder with its value, oldest first. */
  entries(): readonly VaultEntry[] {
    return [...this.#values].map(([key, value]) => [`[${key}]`, value] as const);
  }

  /**
   * Puts the values back into a reply. Placeholders are recognised in any case, with Markdown's
   * backslashes, and with asterisks inside the brackets; unknown ones stay as they are.
   */
  restore(text: string): string {
    return text.replace(PLACEHOLDER, (found) => this.#values.get(keyOf(found)) ?? found);
  }

  /** @internal For trying something. */
  copy(): Vault {
    const copy = new Vault();
    for (const [key, value] of this.#values) copy.#put(key, value);
    for (const key of this.#reserved) copy.#reserved.add(key);
    return copy;
  }

  /** @internal Never hands out what already stands in `text` and means something else. */
  reserve(text: string): void {
    for (const [found] of text.matchAll(PLACEHOLDER)) {
      const key = keyOf(found);
      if (!this.#values.has(key)) this.#reserved.add(key);
    }
  }

  /** @internal Where placeholders of this vault stand in `text`. */
  locate(text: string): readonly { readonly start: number; readonly end: number }[] {
    return [...text.matchAll(PLACEHOLDER)].flatMap(({ 0: found, index }) =>
      this.#values.has(keyOf(found)) ? [{ start: index, end: index + found.length }] : [],
    );
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

  #put(key: string, value: string): void {
    const name = key.slice(0, key.lastIndexOf('_'));
    const number = Number(key.slice(name.length + 1));
    this.#values.set(key, value);
    this.#keys.set(`${name}\n${value}`, key);
    this.#last.set(name, Math.max(this.#last.get(name) ?? 0, number));
  }
}

/** `EMAIL_1` for every way to write `[EMAIL_1]`. */
function keyOf(placeholder: string): string {
  return placeholder.replace(/[[\]\\*]/g, '').toUpperCase();
}
