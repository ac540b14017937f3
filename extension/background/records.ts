import type { Action } from 'sluice';

export type Channel = 'paste' | 'drop';

/** What is kept of a decision: never the text, never a part of it. */
export interface DecisionRecord {
  /** Milliseconds since 1970, rounded down to the hour. */
  readonly hour: number;
  readonly host: string;
  readonly channel: Channel;
  /** How many values each rule found. */
  readonly rules: Readonly<Record<string, number>>;
  readonly action: Action;
  readonly choice: 'cancel' | 'without' | 'edited' | 'as-is';
  /** How many of the values were left in. */
  readonly kept: number;
  /** In the person's words, itself redacted. */
  readonly reason: string;
}

const capacity = 1000;
const keptFor = 30 * 24 * 3_600_000;
const reasonLength = 200;

/** Adds a record and drops what is too old or too much. */
export function append(
  ring: readonly DecisionRecord[],
  record: Omit<DecisionRecord, 'hour'>,
  now: number,
): readonly DecisionRecord[] {
  const { host, channel, rules, action, choice, kept, reason } = record;
  const hour = now - (now % 3_600_000);
  const short = reason.slice(0, reasonLength);
  const added = { hour, host, channel, rules, action, choice, kept, reason: short };
  return [...ring, added].filter((entry) => entry.hour > now - keptFor).slice(-capacity);
}

export interface Today {
  /** How often something was stopped. */
  readonly stopped: number;
  /** How many values stayed out. */
  readonly removed: number;
}

export function countSince(ring: readonly DecisionRecord[], start: number): Today {
  const today = ring.filter(({ hour }) => hour >= start);
  const removed = today.map(({ rules, kept }) => sum(Object.values(rules)) - kept);
  return { stopped: today.length, removed: sum(removed) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
