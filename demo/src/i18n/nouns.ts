/** What a rule finds and why, in the reader's language: the tables come with the rules. */
import type { Evidence, EvidenceKind, Finding, Story } from 'sluice';
import en from 'sluice/i18n/en.json';
import nl from 'sluice/i18n/nl.json';
import { type Locale, locale } from './index.js';

export interface Noun {
  readonly title: string;
  /** `a BSN` */
  readonly one: string;
  /** `{n} BSNs` */
  readonly many: string;
}

interface Table {
  readonly categories: Readonly<Record<string, Noun>>;
  readonly rules: Readonly<Record<string, Noun>>;
  readonly stories: Readonly<Record<string, Noun>>;
  readonly evidence: {
    readonly kinds: Readonly<Record<EvidenceKind, string>>;
    readonly checks: Readonly<Record<string, string>>;
  };
}

const TABLES: Readonly<Record<Locale, Table>> = { en, nl };
const FALLBACK: Noun = { title: '?', one: '?', many: '{n}' };

/** The noun of the finding's rule, or of its category for a rule that came later. */
export function nounOf({ ruleId, category }: Finding, language: Locale): Noun {
  const { rules, categories } = TABLES[language];
  return rules[ruleId] ?? categories[category] ?? FALLBACK;
}

/** The noun of findings that belong together. */
export function storyNounOf({ id }: Story, language: Locale): Noun {
  return TABLES[language].stories[id] ?? FALLBACK;
}

export function countedNoun(noun: Noun, n: number, language: Locale): string {
  return n === 1 ? noun.one : noun.many.replace('{n}', n.toLocaleString(language));
}

/** A rule's title in the reader's language; its own where there is no other. */
export function titleOf({ ruleId, title }: Finding): string {
  return TABLES[locale.value].rules[ruleId]?.title ?? title;
}

/** A story's title in the reader's language. */
export function storyTitleOf({ id, title }: Story): string {
  return TABLES[locale.value].stories[id]?.title ?? title;
}

/** `passes the BSN check`, `next to the word “bsn”`. */
export function reasonFor({ kind, name = '' }: Evidence): string {
  const { kinds, checks } = TABLES[locale.value].evidence;
  return kind === 'context' ? kinds.context.replace('{word}', name) : (checks[name] ?? kinds[kind]);
}
