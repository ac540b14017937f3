// Findings for people. The value itself is never shown whole.
import { findPeopleList } from '../people-list.js';
import { findStories } from '../stories.js';
import type { Finding, Verdict } from '../types.js';
import { ACTIONS, CONFIDENCES, isAtLeast } from '../words.js';
import type { Source } from './files.js';

/** A source and what the scan said of it. */
export interface Scanned {
  readonly source: Source;
  readonly verdict: Verdict;
}

const SHOWN = 4;
const MAX_DOTS = 12;

/** `1112•••••`: enough to find the place, too little to use. */
export function maskedSample(value: string): string {
  const line = (/[^\p{Cc}\u2028\u2029]+/u.exec(value)?.[0] ?? '').trim();
  const characters = [...line];
  const shown = Math.min(SHOWN, Math.floor(characters.length / 3));
  const dots = Math.min(MAX_DOTS, Math.max(characters.length - shown, 1));
  return characters.slice(0, shown).join('') + '•'.repeat(dots);
}

/** `letter.txt:3:12`, both 1-based, columns in UTF-16 code units as editors count. */
export function place({ name, text }: Source, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return `${name}:${line}:${offset - before.lastIndexOf('\n')}`;
}

export function textReport({ source, verdict }: Scanned): string {
  const lines = entriesOf(verdict).map((entry) => entryLine(source, entry));
  const list = findPeopleList(source.text, verdict);
  if (list !== undefined) {
    lines.push(`${source.name}: a list of ${list.people} people (${list.ruleIds.join(', ')})`);
  }
  if (!verdict.complete) {
    lines.push(`${source.name}: not scanned to its end (${verdict.incomplete}): not clean`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** A finding, or the findings of one story. */
interface Entry {
  readonly title: string;
  readonly findings: readonly [Finding, ...Finding[]];
}

function entriesOf(verdict: Verdict): readonly Entry[] {
  const stories = new Map(
    findStories(verdict).flatMap((story) => story.findings.map((finding) => [finding, story])),
  );
  return verdict.findings.flatMap((finding): readonly Entry[] => {
    const story = stories.get(finding);
    if (story === undefined) return [{ title: finding.title, findings: [finding] }];
    const [first, ...others] = story.findings;
    return first === finding ? [{ title: story.title, findings: [first, ...others] }] : [];
  });
}

function entryLine(source: Source, { title, findings }: Entry): string {
  const [first] = findings;
  const samples = findings.map(({ start, end }) => maskedSample(source.text.slice(start, end)));
  const notes = [
    `${last(CONFIDENCES, (confidence) => findings.some((one) => one.confidence === confidence))} confidence`,
    ...(first.language === undefined ? [] : [first.language]),
    ...(findings.every(({ testValue }) => testValue) ? ['test value'] : []),
  ].join(', ');
  const action = last(ACTIONS, (word) => findings.some((one) => one.action === word)) ?? 'allow';
  const ids = findings.map(({ ruleId }) => ruleId).join(', ');
  return `${place(source, first.start)}: ${action.padEnd(6)} ${title}: ${samples.join(' + ')} (${notes}) [${ids}]`;
}

function last<T>(words: readonly T[], holds: (word: T) => boolean): T | undefined {
  return words.filter(holds).at(-1);
}

/** `3 findings in 2 texts: 1 block, 2 redact`. */
export function summary(scanned: readonly Scanned[]): string {
  const findings = scanned.flatMap(({ verdict }) => verdict.findings);
  const texts = scanned.length === 1 ? '1 text' : `${scanned.length} texts`;
  if (findings.length === 0) return `nothing found in ${texts}`;
  const counts = (['block', 'redact', 'warn', 'log', 'allow'] as const)
    .map((action) => [action, findings.filter((finding) => finding.action === action).length])
    .filter(([, count]) => count !== 0)
    .map(([action, count]) => `${count} ${action}`);
  const total = findings.length === 1 ? '1 finding' : `${findings.length} findings`;
  return `${total} in ${texts}: ${counts.join(', ')}`;
}

/** Whether the officer wants to hear of it; what was not looked at is never clean. */
export function isClean({ action, complete }: Verdict): boolean {
  return complete && !isAtLeast(action, 'warn');
}
