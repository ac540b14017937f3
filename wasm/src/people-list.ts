import type { Finding, Verdict } from './types.js';

/** A text that tells of many people: an export, a pasted sheet, a mailing list. */
export interface PeopleList {
  /** How many people at least: the most values that any one rule found. */
  readonly people: number;
  /** From the first of their values to the last; UTF-16 code units, half-open. */
  readonly start: number;
  readonly end: number;
  /** What is told of them, the commonest first. */
  readonly ruleIds: readonly string[];
}

/** Fewer are a conversation, not a list. */
const MIN_PEOPLE = 5;

/**
 * Sums up a verdict whose findings are too many to read: "a list of 250 people". Counts different
 * values, so one address in ten mails is one person, and leaves out test values and findings
 * of low confidence. `undefined` if the text is no such list.
 */
export function findPeopleList(text: string, verdict: Verdict): PeopleList | undefined {
  const byRule = new Map<string, Finding[]>();
  for (const finding of verdict.findings) {
    const { category, confidence, testValue, ruleId } = finding;
    if (category !== 'personal' || confidence === 'low' || testValue) continue;
    const others = byRule.get(ruleId);
    if (others === undefined) byRule.set(ruleId, [finding]);
    else others.push(finding);
  }
  const rules = [...byRule]
    .map(([ruleId, findings]) => ({ ruleId, findings, values: countValues(text, findings) }))
    .filter(({ values }) => values >= MIN_PEOPLE)
    .sort((a, b) => b.values - a.values || (a.ruleId < b.ruleId ? -1 : 1));
  const [first] = rules;
  if (first === undefined) return undefined;
  const all = rules.flatMap(({ findings }) => findings);
  return Object.freeze({
    people: first.values,
    start: all.reduce((least, { start }) => Math.min(least, start), text.length),
    end: all.reduce((most, { end }) => Math.max(most, end), 0),
    ruleIds: Object.freeze(rules.map(({ ruleId }) => ruleId)),
  });
}

function countValues(text: string, findings: readonly Finding[]): number {
  return new Set(findings.map(({ start, end }) => text.slice(start, end))).size;
}
