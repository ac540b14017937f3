/** What the page shows. Only `session.ts` and the views write to it. */
import { computed, signal } from '@preact/signals';
import type { Direction, Finding, RuleInfo, Verdict } from 'sluice';
import type { View } from './address.js';
import type { Problem, Replacement, RuleCheck } from './engine/protocol.js';
import templateRule from './template-rule.json?raw';

/** A verdict and the text it is about: the text in the editor may be ahead of it. */
export interface Scanned {
  readonly text: string;
  readonly verdict: Verdict;
  readonly milliseconds: number;
}

export interface Redacted {
  readonly text: string;
  readonly replacements: readonly Replacement[];
}

/** The median of several runs; one run is the first, unsteady measurement. */
export interface Timing {
  readonly milliseconds: number;
  readonly runs: number;
}

export const TEMPLATE_RULE = templateRule;

export const view = signal<View>('text');
export const rules = signal<readonly RuleInfo[]>([]);

export const text = signal('');
export const direction = signal<Direction>('prompt');
export const scanned = signal<Scanned | undefined>(undefined);
export const redacted = signal<Redacted>({ text: '', replacements: [] });
export const timing = signal<Timing | undefined>(undefined);
/** Why the last text could not be checked; empty = it could. */
export const failure = signal('');
/** Index of the finding under the pointer or cursor, or -1. */
export const active = signal(-1);

export const ruleJson = signal(TEMPLATE_RULE);
export const ruleCheck = signal<RuleCheck | undefined>(undefined);
/** The last rule file that was free of problems. */
export const validRule = signal('');
/** Whether the rule of the second view works on the text of the first. */
export const ruleInUse = signal(false);

/** Undefined: the policy inside the module. */
export const policyJson = signal<string | undefined>(undefined);
export const setupProblems = signal<readonly Problem[]>([]);

export const findings = computed<readonly Finding[]>(() => scanned.value?.verdict.findings ?? []);
