/** The plain data the module takes and gives. */

/** What kind of thing a rule finds. */
export type Category = 'secret' | 'personal' | 'code' | 'confidential' | 'conduct';
/** What happens, from lenient to strict: allow < log < warn < redact < block. */
export type Action = 'allow' | 'log' | 'warn' | 'redact' | 'block';
/** Harm if the finding is real. */
export type Severity = 'low' | 'medium' | 'high' | 'critical';
/** Likelihood that the finding is real. */
export type Confidence = 'low' | 'medium' | 'high';
/** Whether the text goes to the AI tool or comes from it. */
export type Direction = 'prompt' | 'response';
/** Why a verdict does not cover the whole text. */
export type IncompleteReason = 'too-large' | 'budget' | 'decode' | 'error';
/** What kind of proof an {@link Evidence} is. */
export type EvidenceKind =
  | 'format'
  | 'checksum'
  | 'structure'
  | 'rarity'
  | 'context'
  | 'model'
  | 'bulk';

/** Why we believe a finding. Never holds the scanned text. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** The validator, detector or, for `context`, the rule's own word that stood near. */
  readonly name?: string;
}

/** One sensitive value: `text.slice(start, end)` is exactly it. Holds offsets, never text. */
export interface Finding {
  readonly ruleId: string;
  readonly family: string;
  readonly category: Category;
  /** English, for people; other languages in `sluice/i18n/<language>.json`. */
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly action: Action;
  /** UTF-16 code units of the scanned string, half-open. */
  readonly start: number;
  readonly end: number;
  /** A published specimen or documentation example. */
  readonly testValue: boolean;
  readonly evidence: readonly Evidence[];
  readonly tags: readonly string[];
  /** For category `code`: a lower-case name such as `python`, `sql`, `log`. */
  readonly language?: string;
  /** ISO 3166-1 alpha-2 in lower case, for national identifiers. */
  readonly country?: string;
  /** The encodings undone to see the value, outermost first. */
  readonly decoded?: readonly string[];
  /** Only the rest of a value that began in the text before; see {@link Conversation}. */
  readonly continued?: true;
}

/** All findings in one text. Frozen, safe for `postMessage`. */
export interface Verdict {
  /** The strictest action among the findings and, if incomplete, the policy's. */
  readonly action: Action;
  /** False: part of the text was not looked at. Never treat that as clean. */
  readonly complete: boolean;
  readonly incomplete?: IncompleteReason;
  /** Ordered by start, then longer first. */
  readonly findings: readonly Finding[];
}

/** Where a text goes. */
export interface ScanContext {
  /** Host of the site or name of the app, e.g. `chatgpt.com`. */
  readonly destination?: string;
  /** Default `prompt`. */
  readonly direction?: Direction;
  /** BCP 47, e.g. `nl-NL`. */
  readonly locale?: string;
}

/** A rule as shown to people; the patterns stay in the database. */
export interface RuleInfo {
  readonly id: string;
  readonly family: string;
  readonly category: Category;
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly placeholder: string;
  readonly tags: readonly string[];
  readonly country?: string;
}

/**
 * Whose code a finding of source code is, by the notices and names in it: `open` with a notice of an
 * open licence, `proprietary` with one that keeps it in the company, `own` with one of
 * {@link Policy.ownCode}.
 */
export type CodeOrigin = 'unknown' | 'open' | 'proprietary' | 'own';

/** One condition line of a {@link Policy}; what is not given admits everything. */
export interface PolicyClause {
  readonly categories?: readonly Category[];
  readonly severities?: readonly Severity[];
  readonly confidences?: readonly Confidence[];
  readonly directions?: readonly Direction[];
  /** Only test values (true) or only real ones (false). */
  readonly testValue?: boolean;
  readonly families?: readonly string[];
  readonly rules?: readonly string[];
  readonly tags?: readonly string[];
  readonly languages?: readonly string[];
  /** This and the next two admit source code only. */
  readonly origins?: readonly CodeOrigin[];
  /** Lines, not counting blank ones, that the finding has at least: 1 to 1,000,000. */
  readonly minLines?: number;
  /** Percent of the text that the finding has at least: 1 to 100. */
  readonly minShare?: number;
  readonly countries?: readonly string[];
  /** `chatgpt.com` is that host, `*.acme.nl` is acme.nl and below. */
  readonly destinations?: readonly string[];
  readonly action: Action;
}

/** The officer's choices. Clauses are read from the top; the first that admits a finding decides; none = allow. */
export interface Policy {
  readonly $schema?: string;
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  /** What an incomplete verdict leads to. Default `warn`. */
  readonly incomplete?: Action;
  /** The most a test value can lead to. Default `warn`. */
  readonly testValueCap?: Action;
  /**
   * What names the company's own code: `@acme/*`, `com.acme.*`, `*.acme.internal`,
   * `git.acme.nl/team/*`.
   */
  readonly ownCode?: readonly string[];
  readonly clauses: readonly PolicyClause[];
}
