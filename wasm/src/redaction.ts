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

/** What redacting needs to know besides the text. */
export interface Redactor {
  readonly verdict: Verdict;
  /** The name of a rule's values, `EMAIL`. */
  nameOf(ruleId: string): string;
  /** Findings in a text that was redacted. */
  rescan(redacted: string): readonly Finding[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range of the original to replace, and the name it goes by. */
interface Stretch extends Range {
  readonly name: string;
}

/** A redacted text, and which ranges of it stand for which stretches. */
interface Replaced {
  readonly text: string;
  readonly pieces: readonly (Range & { readonly stretch: Stretch })[];
}

/** What a replacement uncovers is replaced as well; more rounds than this were never needed. */
const MAX_ROUNDS = 8;

/**
 * Puts placeholders in place of these findings in the text they were found in, such as those a
 * person chose; `redact` chooses by action and looks at the result again. Needs no
 * engine. `nameOf` gives a placeholder's name, `EMAIL`.
 */
export function redactFindings(
  text: string,
  findings: readonly Finding[],
  nameOf: (finding: Finding) => string,
  vault: Vault = new Vault(),
): string {
  vault.reserve(text);
  const stretches = findings.map((finding) => ({
    start: finding.start,
    end: finding.end,
    name: nameOf(finding),
  }));
  return replace(text, unite(stretches), vault).text;
}

/** Changes nothing but the vault. */
export function redactText(
  text: string,
  redactor: Redactor,
  { vault = new Vault(), minimum = 'warn' }: RedactContext,
): Redaction {
  if (!ACTIONS.includes(minimum)) {
    throw new SluiceError('invalid-argument', `minimum must be one of ${ACTIONS.join(', ')}`);
  }
  vault.reserve(text);
  const toReplace = (findings: readonly Finding[], own: readonly Range[]) =>
    findings.filter(
      (finding) =>
        isAtLeast(finding.action, minimum) && !own.some((range) => covers(range, finding)),
    );
  const name = (range: Range, { ruleId }: Finding): Stretch => ({
    start: range.start,
    end: range.end,
    name: redactor.nameOf(ruleId),
  });
  let stretches = unite(
    toReplace(redactor.verdict.findings, vault.locate(text)).map((finding) =>
      name(finding, finding),
    ),
  );
  // A value taken out changes what stands beside the next one: its context, its line. So look
  // again, and put what comes to light, in terms of the original, to the others.
  for (let round = 0; round < MAX_ROUNDS && stretches.length > 0; round += 1) {
    const trial = vault.copy();
    const replaced = replace(text, stretches, trial);
    const found = toReplace(redactor.rescan(replaced.text), trial.locate(replaced.text));
    if (found.length === 0) break;
    const uncovered = found.map((finding) => name(toOriginal(replaced, finding), finding));
    stretches = unite([...stretches, ...uncovered]);
  }
  const { text: redacted } = replace(text, stretches, vault);
  return Object.freeze({ text: redacted, verdict: redactor.verdict, vault });
}

function covers(range: Range, { start, end }: Range): boolean {
  return range.start <= start && end <= range.end;
}

/** Where ranges overlap their union is replaced once, by the name of the one that begins first. */
function unite(stretches: readonly Stretch[]): readonly Stretch[] {
  const united: Stretch[] = [];
  const ordered = [...stretches].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const stretch of ordered) {
    const last = united.at(-1);
    if (stretch.start === stretch.end) continue;
    if (last === undefined || stretch.start >= last.end) united.push(stretch);
    else united[united.length - 1] = { ...last, end: Math.max(last.end, stretch.end) };
  }
  return united;
}

function replace(text: string, stretches: readonly Stretch[], vault: Vault): Replaced {
  const pieces: Replaced['pieces'][number][] = [];
  let redacted = '';
  let done = 0;
  for (const stretch of stretches) {
    redacted += text.slice(done, stretch.start);
    const start = redacted.length;
    redacted += vault.placeholder(stretch.name, text.slice(stretch.start, stretch.end));
    pieces.push({ start, end: redacted.length, stretch });
    done = stretch.end;
  }
  return { text: redacted + text.slice(done), pieces };
}

/** The range of the original that `range` of the redacted text stands for. */
function toOriginal({ pieces }: Replaced, range: Range): Range {
  let [start, end] = [range.start, range.end];
  for (const { start: from, end: to, stretch } of pieces) {
    if (to <= range.start) start = range.start - to + stretch.end;
    else if (from <= range.start) start = stretch.start;
    if (to < range.end) end = range.end - to + stretch.end;
    else if (from < range.end) end = stretch.end;
  }
  return { start, end };
}
