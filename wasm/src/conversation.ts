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

/** What the text before and the next one show together. */
interface Border {
  readonly part: Finding | undefined;
  /** A verdict that is incomplete, though that of the text before is not. */
  readonly unseen: Verdict | undefined;
}

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
    const border = this.#lookAcross(text);
    // A text that was refused is not remembered.
    if (verdict.incomplete !== 'too-large') this.#tail = tailOf(this.#tail, text);
    const unseen = verdict.complete ? border?.unseen : undefined;
    const known = unseen === undefined ? verdict : withIncomplete(verdict, unseen);
    const part = border?.part;
    if (part === undefined || verdict.findings.some((other) => covers(other, part))) return known;
    const others = known.findings.filter(({ start }) => start >= part.end);
    return makeVerdict(stricter(known.action, part.action), known.incomplete, [part, ...others]);
  }

  /** Forgets what came before: the next text begins a new conversation. */
  forget(): void {
    this.#tail = '';
  }

  [Symbol.dispose](): void {
    this.forget();
  }

  /** Looks across the border: what `text` begins with, if that is the rest of a value. */
  #lookAcross(text: string): Border | undefined {
    const before = this.#tail.trimEnd();
    const skipped = text.length - text.trimStart().length;
    if (before === '' || skipped === text.length) return undefined;
    const head = text.slice(skipped, skipped + MAX_HEAD);
    let part: Finding | undefined;
    let unseen: Verdict | undefined;
    for (const joint of JOINTS) {
      const border = before.length + joint.length;
      const verdict = this.#scan(before + joint + head);
      if (!verdict.complete && this.#scan(before).complete) unseen = verdict;
      for (const finding of verdict.findings) {
        if (!isSplit(finding, before.length, border) || this.#isWhole(before, finding)) continue;
        const found = partOf(finding, skipped - border, skipped);
        if (part === undefined || wins(found, part)) part = found;
      }
    }
    return { part, unseen };
  }

  /** Whether the value is whole without `text`: "...key" and then "Thanks" are no "keyThanks". */
  #isWhole(before: string, { ruleId, start, action }: Finding): boolean {
    return this.#scan(before).findings.some(
      (finding) =>
        finding.ruleId === ruleId && finding.start === start && finding.action === action,
    );
  }
}

/** What could not be looked at across the border was not looked at in the text. */
function withIncomplete({ action, findings }: Verdict, unseen: Verdict): Verdict {
  return makeVerdict(stricter(action, unseen.action), unseen.incomplete, findings);
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
