/** What the page and its worker say to each other. Plain data, checked on arrival. */
import type { RuleCost, RuleInfo, ScanContext, Verdict } from 'sluice';

/** The characters `[start, end)` of a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One thing wrong with a rule or policy file, and where. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  /** JSON pointer into the file, e.g. `/rules/0/pattern`; empty when no place fits. */
  readonly pointer: string;
  /** 1-based; 0 = unknown. The column counts bytes. */
  readonly line: number;
  readonly column: number;
}

/** What one example of a rule did. `notRun`: another problem stood in the way. */
export interface ExampleOutcome {
  readonly ruleId: string;
  readonly kind: 'match' | 'nonMatch';
  /** Without the marks. */
  readonly text: string;
  readonly expected: readonly Range[];
  readonly state: 'passed' | 'failed' | 'notRun';
  /** What happened instead, if it failed. */
  readonly reason: string;
  /** Why a non-match is none, in the author's words. */
  readonly because: string;
  readonly pointer: string;
}

/** What the author of a rule file needs to know. */
export interface RuleCheck {
  readonly problems: readonly Problem[];
  readonly examples: readonly ExampleOutcome[];
  readonly costs: readonly RuleCost[];
}

/** A placeholder in the redacted text and the findings it stands for. */
export interface Replacement extends Range {
  /** Indices into the verdict's findings. */
  readonly findings: readonly number[];
}

/** What the engine is set up with. Both are JSON as typed; absent = the defaults. */
export interface Setup {
  readonly policy?: string;
  readonly extraRules?: string;
}

export type Request =
  | {
      readonly type: 'scan';
      readonly run: number;
      readonly text: string;
      readonly context: ScanContext;
    }
  | { readonly type: 'setup'; readonly run: number; readonly setup: Setup }
  | { readonly type: 'check'; readonly run: number; readonly json: string };

export type Response =
  | { readonly type: 'ready'; readonly rules: readonly RuleInfo[] }
  | {
      readonly type: 'verdict';
      readonly run: number;
      readonly verdict: Verdict;
      readonly milliseconds: number;
    }
  | {
      readonly type: 'redaction';
      readonly run: number;
      readonly text: string;
      readonly replacements: readonly Replacement[];
    }
  | {
      readonly type: 'timing';
      readonly run: number;
      readonly median: number;
      readonly runs: number;
    }
  | { readonly type: 'setup'; readonly run: number; readonly problems: readonly Problem[] }
  | { readonly type: 'check'; readonly run: number; readonly check: RuleCheck }
  | {
      readonly type: 'failed';
      readonly run: number;
      readonly request: Request['type'];
      readonly message: string;
    };

type Fields = Readonly<Record<string, 'string' | 'number' | 'object'>>;

const REQUEST_FIELDS: Readonly<Record<Request['type'], Fields>> = {
  scan: { run: 'number', text: 'string', context: 'object' },
  setup: { run: 'number', setup: 'object' },
  check: { run: 'number', json: 'string' },
};

const RESPONSE_FIELDS: Readonly<Record<Response['type'], Fields>> = {
  ready: { rules: 'object' },
  verdict: { run: 'number', verdict: 'object', milliseconds: 'number' },
  redaction: { run: 'number', text: 'string', replacements: 'object' },
  timing: { run: 'number', median: 'number', runs: 'number' },
  setup: { run: 'number', problems: 'object' },
  check: { run: 'number', check: 'object' },
  failed: { run: 'number', request: 'string', message: 'string' },
};

export function isRequest(value: unknown): value is Request {
  return hasFields(value, REQUEST_FIELDS);
}

export function isResponse(value: unknown): value is Response {
  return hasFields(value, RESPONSE_FIELDS);
}

function hasFields(value: unknown, table: Readonly<Record<string, Fields>>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Readonly<Record<string, unknown>>;
  const type = record.type;
  if (typeof type !== 'string' || !Object.hasOwn(table, type)) return false;
  return Object.entries(table[type] ?? {}).every(
    ([name, kind]) => typeof record[name] === kind && record[name] !== null,
  );
}
