/** Puts findings and verdicts into words. */
import { type Evidence, type Finding, findStories, type Verdict } from 'sluice';
import { lineCount, mask } from '../engine/mask.js';
import { isAtLeast, replacedSpans } from '../engine/replacements.js';
import type { Messages } from '../i18n/en.js';
import type { Locale } from '../i18n/index.js';
import { countedNoun, type Noun, nounOf, reasonFor, storyNounOf } from '../i18n/nouns.js';

const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  asm: 'assembly',
  cpp: 'C++',
  csharp: 'C#',
  css: 'CSS',
  fsharp: 'F#',
  graphql: 'GraphQL',
  hcl: 'HCL',
  html: 'HTML',
  javascript: 'JavaScript',
  json: 'JSON',
  matlab: 'MATLAB',
  objectivec: 'Objective-C',
  php: 'PHP',
  plsql: 'PL/SQL',
  powershell: 'PowerShell',
  sql: 'SQL',
  typescript: 'TypeScript',
  vb: 'Visual Basic',
  vhdl: 'VHDL',
  xml: 'XML',
  yaml: 'YAML',
};

export function languageName(language: string): string {
  return LANGUAGE_NAMES[language] ?? language.charAt(0).toUpperCase() + language.slice(1);
}

/** Like the form alone, these say little once there is better proof. */
const WEAK: readonly (string | undefined)[] = ['not-placeholder', 'not-sequence'];

/** `passes the BSN check, next to the word “bsn”`. */
export function evidenceInWords(evidence: readonly Evidence[]): string {
  const better = evidence.filter((item) => item.kind !== 'format' && !WEAK.includes(item.name));
  const told = (better.length ? better : evidence).map(reasonFor);
  return [...new Set(told)].join(', ');
}

/** `1112•••••`, or `12 lines of Python` for more than a line. */
export function sampleOf(finding: Finding, text: string, words: Messages): string {
  const lines = lineCount(text, finding.start, finding.end);
  if (lines === 1) return mask(text.slice(finding.start, finding.end));
  const { language } = finding;
  return words.findings.lines(lines, language ? languageName(language) : '');
}

export function actionInWords(verdict: Verdict, words: Messages): string {
  if (verdict.action !== 'redact') return words.verdict[verdict.action];
  return words.verdict.redact(replacedSpans(verdict.findings).length);
}

/** How many kinds of findings the sentence names before it only counts. */
const NAMED = 3;

/** `Contains a BSN and 2 e-mail addresses.` */
export function contentsInWords(verdict: Verdict, locale: Locale, words: Messages): string {
  const counts = new Map<Noun, number>();
  const findings = verdict.findings.filter(({ action }) => isAtLeast(action, 'warn'));
  const stories = findStories({ findings });
  const told = new Set(stories.flatMap((story) => story.findings));
  const nouns = [
    ...stories.map((story) => storyNounOf(story, locale)),
    ...findings.filter((one) => !told.has(one)).map((finding) => nounOf(finding, locale)),
  ];
  for (const noun of nouns) {
    counts.set(noun, (counts.get(noun) ?? 0) + 1);
  }
  const kinds = [...counts];
  const parts = kinds.slice(0, NAMED).map(([noun, n]) => countedNoun(noun, n, locale));
  const others = kinds.slice(NAMED).reduce((sum, [, n]) => sum + n, 0);
  if (others > 0) parts.push(words.verdict.others(others));
  return parts.length ? words.verdict.contains(parts) : '';
}

export function stateInWords(verdict: Verdict, words: Messages): string {
  if (verdict.complete) return words.verdict.complete;
  return words.verdict.incomplete[verdict.incomplete ?? 'error'];
}
