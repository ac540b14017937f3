import { SluiceError } from './errors.js';
import type { Action, Finding, ScanContext, Verdict } from './types.js';
import { Vault } from './vault.js';
import { ACTIONS, isAtLeast } from './words.js';

/** Where a text goes, and how to redact it. */
export interface RedactContext extends ScanContext {
  /** From an earlier redaction in the same conversation: equal values keep their placeholders. */
  readonly vault?: Vault;
  /** Findings whose action is at least this are replaced. Default `warn`. */
  readonly minimum?: Action;
}

/** A text without its sensitive values, and the way back. */
export interface Redaction {
  readonly text: string;
  /** What the scan of the original said; its offsets are those of the original. */
  readonly verdict: Verdict;
  /** Holds the values: keep it where the original may be. The one given, if one was given. */
  readonly vault: Vault;
}

/** A stretch of text to replace, and the name it goes by. */
interface Stretch {
  readonly start: number;
  end: number;
  readonly name: string;
}

/** Pure but for the vault. `placeholders` gives each rule's name for its values. */
export function redactText(
  text: string,
  verdict: Verdict,
  placeholders: ReadonlyMap<string, string>,
  { vault = new Vault(), minimum = 'warn' }: RedactContext,
): Redaction {
  if (!ACTIONS.includes(minimum)) {
    throw new SluiceError('invalid-argument', `minimum must be one of ${ACTIONS.join(', ')}`);
  }
  vault.reserve(text);
  const own = vault.locate(text);
  const replaced = verdict.findings.filter(
    (finding) => isAtLeast(finding.action, minimum) && !own.some((span) => covers(span, finding)),
  );
  let redacted = '';
  let done = 0;
  for (const { start, end, name } of uniteSpans(replaced, placeholders)) {
    redacted += text.slice(done, start) + vault.placeholder(name, text.slice(start, end));
    done = end;
  }
  return Object.freeze({ text: redacted + text.slice(done), verdict, vault });
}

/** Findings come ordered by start, longer first: the first of a union names it. */
function uniteSpans(
  findings: readonly Finding[],
  placeholders: ReadonlyMap<string, string>,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { start, end, ruleId } of findings) {
    const last = stretches.at(-1);
    if (start === end) continue;
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else stretches.push({ start, end, name: placeholders.get(ruleId) ?? 'VALUE' });
  }
  return stretches;
}

function covers(span: { readonly start: number; readonly end: number }, finding: Finding): boolean {
  return span.start <= finding.start && finding.end <= span.end;
}
