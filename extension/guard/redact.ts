import type { Finding } from 'sluice';
import type { Held, Judge } from './held.js';

/** Puts a placeholder in place of each span; the same value gets the same one. */
export function redactSpans(
  text: string,
  spans: readonly { readonly finding: Finding; readonly placeholder: string }[],
): string {
  const ordered = [...spans].sort((a, b) => {
    return a.finding.start - b.finding.start || b.finding.end - a.finding.end;
  });
  const tokens = new Tokens(text);
  let result = '';
  let done = 0;
  for (const { finding, placeholder } of ordered) {
    if (finding.end <= done) continue;
    const start = Math.max(finding.start, done);
    const value = text.slice(finding.start, finding.end);
    result += text.slice(done, start) + tokens.tokenFor(value, placeholder);
    done = finding.end;
  }
  return result + text.slice(done);
}

/** Hands out `[EMAIL_1]`, `[EMAIL_2]`, ..., never one that the text already holds. */
class Tokens {
  readonly #known = new Map<string, string>();
  readonly #used = new Map<string, number>();

  constructor(readonly text: string) {}

  tokenFor(value: string, placeholder: string): string {
    const key = `${placeholder}\n${value}`;
    const token = this.#known.get(key) ?? this.#next(placeholder);
    this.#known.set(key, token);
    return token;
  }

  #next(placeholder: string): string {
    const number = (this.#used.get(placeholder) ?? 0) + 1;
    this.#used.set(placeholder, number);
    const token = `[${placeholder}_${number}]`;
    return this.text.includes(token) ? this.#next(placeholder) : token;
  }
}

/** The text without the values of all items but those to keep. */
export function redactItems(held: Held, keep: readonly number[], engine: Judge): string {
  const spans = held.spans.flatMap((findings, index) => {
    if (keep.includes(index)) return [];
    return findings.map((finding) => ({ finding, placeholder: placeholderOf(finding, engine) }));
  });
  return redactSpans(held.text, spans);
}

function placeholderOf({ ruleId, category }: Finding, engine: Judge): string {
  return engine.rule(ruleId)?.placeholder ?? category.toUpperCase();
}
