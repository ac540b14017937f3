import { SluiceError } from './errors.js';
import type { Named } from './repeats.js';
import type { Action, Finding, ScanContext, Verdict } from './types.js';
import { Vault } from './vault.js';
import { ACTIONS, isAtLeast } from './words.js';

/** Where a text goes, and how to redact it. */
export interface RedactContext extends ScanContext {
  /** From an earlier redaction in the same conversation: equal values keep their placeholders. */
  readonly vault?: Vault;
  /** Findings whose action is at least this are replaced. Default `warn`. */
  readonly minimum?: Action;
  /**
   * `placeholder` is `[IBAN_1]` and the default. `fake` is a value of the same form whose check
   * digits are wrong, for tools that choke on brackets; what is too short for one, or has no such
   * value, still gets a placeholder.
   */
  readonly style?: RedactionStyle;
}

/** What stands for a value. */
export type RedactionStyle = 'placeholder' | 'fake';

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
  /** Where values of the vault stand in a text, found or not. */
  repeats(text: string, values: readonly Named[]): readonly Stretch[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range of the original to replace, and the name it goes by. */
export interface Stretch extends Range {
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
 * person chose; `redact` chooses by action and looks at the result again. Needs no engine. `nameOf`
 * gives a placeholder's name, `EMAIL`; values already in `vault` keep theirs.
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
  { vault = new Vault(), minimum = 'warn', style = 'placeholder' }: RedactContext,
): Redaction {
  checkWord('minimum', minimum, ACTIONS);
  checkWord('style', style, STYLES);
  vault.reserve(text);
  const stretches = findStretches(text, redactor, vault, minimum);
  const redacted =
    (style === 'fake' ? replaceByFakes(text, stretches, vault, redactor) : undefined) ??
    replace(text, stretches, vault).text;
  return Object.freeze({ text: redacted, verdict: redactor.verdict, vault });
}

const STYLES: readonly RedactionStyle[] = ['placeholder', 'fake'];

function checkWord<T extends string>(name: string, value: T, words: readonly T[]): void {
  if (words.includes(value)) return;
  throw new SluiceError('invalid-argument', `${name} must be one of ${words.join(', ')}`);
}

/** What to replace in the original: what was found, and what comes to light without it. */
function findStretches(
  text: string,
  redactor: Redactor,
  vault: Vault,
  minimum: Action,
): readonly Stretch[] {
  const inNeed = (of: string, findings: readonly Finding[], own: Vault): readonly Stretch[] => {
    const found = findings
      .filter(({ action }) => isAtLeast(action, minimum))
      .map(({ start, end, ruleId }) => ({ start, end, name: redactor.nameOf(ruleId) }));
    const ranges = own.locate(of);
    return [...found, ...redactor.repeats(of, own.named())].filter(
      (stretch) => !ranges.some((range) => covers(range, stretch)),
    );
  };
  let stretches = unite(inNeed(text, redactor.verdict.findings, vault));
  // A value taken out changes what stands beside the next one: its context, its line. So look
  // again, and put what comes to light, in terms of the original, to the others.
  for (let round = 0; round < MAX_ROUNDS && stretches.length > 0; round += 1) {
    const trial = vault.copy();
    const replaced = replace(text, stretches, trial);
    const found = inNeed(replaced.text, redactor.rescan(replaced.text), trial);
    if (found.length === 0) break;
    const uncovered = found.map((stretch) => ({ ...stretch, ...toOriginal(replaced, stretch) }));
    stretches = unite([...stretches, ...uncovered]);
  }
  return stretches;
}

/** How far before a value its label may stand. */
const LABEL_REACH = 80;

/** `undefined` where the way back would not be sure. */
function replaceByFakes(
  text: string,
  stretches: readonly Stretch[],
  vault: Vault,
  redactor: Redactor,
): string | undefined {
  let redacted = '';
  let done = 0;
  for (const { start, end, name } of stretches) {
    const label = text.slice(Math.max(done, start - LABEL_REACH), start);
    const isHarmless = (fake: string) =>
      !text.includes(fake) &&
      !redactor
        .rescan(label + fake)
        .some((finding) => finding.end > label.length && isChecked(finding));
    redacted += text.slice(done, start);
    redacted += vault.fake(name, text.slice(start, end), isHarmless);
    done = end;
  }
  redacted += text.slice(done);
  return vault.restore(redacted) === text ? redacted : undefined;
}

/** Whether check digits agree. */
function isChecked({ evidence }: Finding): boolean {
  return evidence.some(({ kind }) => kind === 'checksum');
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
