import type { EvidenceKind, IncompleteReason, Severity } from 'sluice';
import { en } from './texts.en.js';
import { nl } from './texts.nl.js';

/** One of a thing and many of it: `an IBAN`, `{n} IBANs`. */
export interface Noun {
  readonly title: string;
  readonly one: string;
  readonly many: string;
}

/** The words that come with the rules. */
export interface Nouns {
  readonly categories: Readonly<Partial<Record<string, Noun>>>;
  readonly placeholders: Readonly<Partial<Record<string, Noun>>>;
  readonly rules: Readonly<Partial<Record<string, Noun>>>;
  readonly stories: Readonly<Partial<Record<string, Noun>>>;
  readonly evidence: {
    /** `context` holds `{word}`. */
    readonly kinds: Readonly<Record<EvidenceKind, string>>;
    /** By the evidence's name, where there is more to say than its kind. */
    readonly checks: Readonly<Partial<Record<string, string>>>;
  };
}

/** Every word the extension says, in one language. */
export interface Texts {
  readonly language: string;
  /** The sentence above the list; the parts are counted nouns. */
  readonly contains: (parts: readonly string[], total: number) => string;
  readonly others: (count: number) => string;
  readonly nouns: Nouns;
  readonly unchecked: Readonly<Record<IncompleteReason, string>>;
  readonly blocked: string;
  readonly nothingLeft: string;
  readonly pasteWithout: (removed: number, total: number) => string;
  readonly pasteEdited: string;
  readonly editFirst: string;
  readonly cancel: string;
  readonly pasteAsIs: string;
  readonly confirmAsIs: string;
  readonly reason: (required: boolean) => string;
  readonly reasonHint: string;
  readonly covered: string;
  readonly editLabel: string;
  readonly listLabel: string;
  readonly keepHint: string;
  readonly hidden: string;
  readonly lines: (count: number) => string;
  readonly testValue: string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly decoded: (encodings: readonly string[]) => string;
  readonly rule: string;
  readonly popup: PopupTexts;
}

export interface PopupTexts {
  readonly guarding: (host: string) => string;
  readonly notGuarding: (host: string) => string;
  readonly notListed: string;
  readonly pathNotListed: string;
  readonly permission: string;
  readonly allow: string;
  readonly reload: string;
  readonly broken: string;
  readonly forbidden: string;
  readonly today: string;
  readonly stopped: (count: number) => string;
  readonly removed: (count: number) => string;
  readonly nothingToday: string;
  readonly local: string;
}

/** The texts for a BCP 47 language; English where there are none. */
export function textsFor(language: string): Texts {
  return language.toLowerCase().startsWith('nl') ? nl : en;
}
