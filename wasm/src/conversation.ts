import { makeVerdict } from './marshal.js';
import type { Action, Category, Finding, Verdict } from './types.js';
import { ACTIONS, isAtLeast } from './words.js';

/** Code units kept of what came before: the longest keys, and the label before them. */
const MAX_TAIL = 512;
/** What of the next text may belong to a value that began before. */
const MAX_HEAD = 4096;
/** What people leave at the ends of what they copy. */
const JOINTS = ['', ' '] as const;
/** Others describe a stretch of text, not a value. */
const VALUES: readonly Category[] = ['secret', 'personal'];

/**
 * The messages of one conversation. A value that was split over two messages, half a key pasted
 * and then the rest, is found in the second.
 *
 * For that it holds the last few hundred characters of what was scanned before, in this object
 * and nowhere else: verdicts, findings, logs and `JSON.stringify` show nothing of them. They go
 * with {@link forget}, and with the object.
 */
export class Conversation implements Disposable {
  readonly #scan: (text: string) => Verdict;
  #tail = '';

  /** @internal */
  constructor(scan: (text: string) => Verdict) {
    this.#scan = scan;
  }

  /**
   * The verdict of `text`, as {@link Guardrail.scan} gives it, and in it the parts of values that
   * began in the text before: such a finding has `continued: true` and begins where `text` does.
   */
  scan(text: string): Verdict {
    const verdict = this.#scan(text);
    const continued = this.#continued(text, verdict.findings);
    // A text that was refused is not remembered.
    if (verdict.incomplete !== 'too-large') this.#tail = tailOf(this.#tail, text);
    if (continued === undefined) return verdict;
    const findings = [continued, ...verdict.findings].filter(
      (finding) => finding === continued || finding.start >= continued.end,
    );
    return makeVerdict(stricter(verdict.action, continued.action), verdict.incomplete, findings);
  }

  /** Forgets what came before: the next text begins a new conversation. */
  forget(): void {
    this.#tail = '';
  }

  [Symbol.dispose](): void {
    this.forget();
  }

  /** What `text` begins with, if that is the rest of a value. */
  #continued(text: string, alone: readonly Finding[]): Finding | undefined {
    const before = this.#tail.trimEnd();
    const skipped = text.length - text.trimStart().length;
    if (before === '' || skipped === text.length) return undefined;
    const head = text.slice(skipped, skipped + MAX_HEAD);
    let best: Finding | undefined;
    for (const joint of JOINTS) {
      const border = before.length + joint.length;
      const { findings } = this.#scan(before + joint + head);
      for (const finding of findings) {
        if (!isSplit(finding, before.length, border) || this.#isWhole(before, finding)) continue;
        const part = partOf(finding, skipped - border, skipped);
        if (best === undefined || wins(part, best)) best = part;
      }
    }
    const found = best;
    return found === undefined || alone.some((other) => covers(other, found)) ? undefined : found;
  }

  /** Whether the value is whole without `text`: "...key" and then "Thanks" are no "keyThanks". */
  #isWhole(before: string, { ruleId, start, action }: Finding): boolean {
    return this.#scan(before).findings.some(
      (finding) =>
        finding.ruleId === ruleId && finding.start === start && finding.action === action,
    );
  }
}

/** Whether a value lies on both sides, and is one that is sure. */
function isSplit(finding: Finding, before: number, border: number): boolean {
  return (
    finding.start < before &&
    finding.end > border &&
    VALUES.includes(finding.category) &&
    finding.confidence === 'high'
  );
}

/** The part of a finding that lies in the second text. */
function partOf(finding: Finding, shift: number, start: number): Finding {
  return Object.freeze({ ...finding, start, end: finding.end + shift, continued: true as const });
}

function wins(a: Finding, b: Finding): boolean {
  const order = ACTIONS.indexOf(a.action) - ACTIONS.indexOf(b.action);
  return order !== 0 ? order > 0 : a.end > b.end;
}

/** Whether the text shows the same value without what came before. */
function covers(other: Finding, part: Finding): boolean {
  return other.start <= part.start && other.end >= part.end && isAtLeast(other.action, part.action);
}

function stricter(a: Action, b: Action): Action {
  return isAtLeast(a, b) ? a : b;
}

/** The end of both texts, in whole code points. */
function tailOf(before: string, text: string): string {
  const tail = (text.length >= MAX_TAIL ? text : before + text).slice(-MAX_TAIL);
  const first = tail.charCodeAt(0);
  return first >= 0xdc00 && first < 0xe000 ? tail.slice(1) : tail;
}
