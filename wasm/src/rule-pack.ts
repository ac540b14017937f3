import type { SluiceErrorCode } from './errors.js';
import type { Category, Confidence, Severity } from './types.js';

/** A text, or parts of it that are joined without separator. */
export type Joined = string | readonly string[];

/** A check on the value, by name or with what its outcome does to the confidence. */
export type RuleCheck =
  | string
  | {
      readonly check: string;
      /** For `entropy`: Shannon bits per character. */
      readonly min?: number;
      readonly onFail?: 'drop' | 'lower';
      readonly onPass?: 'keep' | 'raise' | 'certain';
    };

/** Words by language, in lower-case language codes. */
export type Words = Readonly<Record<string, readonly string[]>>;

/** Words near the value; a string names a list of the pack or of the {@link SharedWords}. */
export interface RuleContext {
  readonly mode: 'required' | 'boost';
  readonly before?: number;
  readonly after?: number;
  /** For `boost`: by how many tiers a word raises the confidence. Default 1. */
  readonly raise?: 1 | 2;
  readonly words?: Words | string;
  readonly negative?: Words | string;
}

/** One entry of a {@link RulePack}: exactly one of `pattern`, `number` and `detector`. */
export interface RuleSource {
  readonly id: string;
  readonly title: string;
  /** RE2 syntax; group `value`, else group 1, else the whole match is the sensitive value. */
  readonly pattern?: Joined;
  readonly number?: {
    readonly lengths: readonly number[];
    readonly separators?: string;
    readonly groupings?: readonly string[];
  };
  readonly detector?: {
    readonly name: string;
    readonly options?: Readonly<Record<string, number | Joined>>;
  };
  readonly testPattern?: Joined;
  readonly exceptPattern?: Joined;
  readonly validators?: readonly RuleCheck[];
  readonly context?: RuleContext;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly placeholder: string;
  readonly country?: string;
  readonly tags?: readonly string[];
  readonly references?: readonly string[];
  /** Texts in which `⟦` and `⟧` stand around what this rule must find. */
  readonly matches?: readonly Joined[];
  readonly nonMatches?: readonly { readonly text: Joined; readonly because: string }[];
}

/** One family of rules: the content of a rule file. */
export interface RulePack {
  readonly $schema?: string;
  readonly family: string;
  readonly category: Category;
  readonly title: string;
  /** Lists that the rules name. */
  readonly words?: Readonly<Record<string, Words>>;
  readonly rules: readonly RuleSource[];
}

/** Lists of words that all packs behind it may name. */
export interface SharedWords {
  readonly $schema?: string;
  readonly words: Readonly<Record<string, Words>>;
}

/** One thing that is wrong with a rule pack. */
export interface RuleProblem {
  readonly code: SluiceErrorCode;
  readonly message: string;
  /** `aws.json#/rules/3/pattern`. */
  readonly where: string;
  /** 1-based; 0 = unknown. */
  readonly line: number;
  readonly column: number;
}

/** What one rule costs. */
export interface RuleCost {
  readonly rule: string;
  readonly kind: 'pattern' | 'number' | 'detector';
  /** What the prefilter looks for, for people to read. */
  readonly anchors: readonly string[];
  readonly grams: number;
  /** Expected on prose. */
  readonly candidatesPerMb: number;
  readonly programSize: number;
  readonly unbounded: boolean;
}

/** What {@link Guardrail.checkRules} says. */
export interface RuleReport {
  /** No problem, no failed example. */
  readonly ok: boolean;
  readonly errors: readonly RuleProblem[];
  readonly costs: readonly RuleCost[];
  readonly examples: { readonly passed: number; readonly failed: number };
}
