import { computed, signal } from '@preact/signals';
import { en, type Messages } from './en.js';
import { nl } from './nl.js';

export type Locale = 'en' | 'nl';

const MESSAGES: Readonly<Record<Locale, Messages>> = { en, nl };

/** The reader's language: the browser's, until the reader chooses. */
export const locale = signal<Locale>(preferred(navigator.languages));

/** The page's sentences in the reader's language. */
export const messages = computed<Messages>(() => MESSAGES[locale.value]);

function preferred(languages: readonly string[]): Locale {
  const first = languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return first.find((language): language is Locale => Object.hasOwn(MESSAGES, language)) ?? 'en';
}
