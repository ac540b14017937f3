import type { Evidence } from 'sluice';
import type { Item } from '../dialog/protocol.js';
import type { Noun, Texts } from './texts.js';

const named = 3;

/** "This text contains a BSN and 2 e-mail addresses." */
export function sentenceFor(items: readonly Item[], texts: Texts): string {
  const counts = new Map<Noun, number>();
  for (const item of items) {
    const noun = nounFor(item, texts);
    counts.set(noun, (counts.get(noun) ?? 0) + 1);
  }
  const ordered = [...counts];
  const parts = ordered.slice(0, named).map(([noun, count]) => counted(noun, count));
  const rest = ordered.slice(named).reduce((total, [, count]) => total + count, 0);
  if (rest > 0) parts.push(texts.others(rest));
  return texts.contains(parts, items.length);
}

function nounFor({ story = '', placeholder, category }: Item, { nouns }: Texts): Noun {
  return (
    nouns.stories[story] ??
    nouns.placeholders[placeholder] ??
    nouns.categories[category] ?? { title: category, one: category, many: `{n} ${category}` }
  );
}

function counted({ one, many }: Noun, count: number): string {
  return count === 1 ? one : many.replace('{n}', String(count));
}

/** What an item is, in the reader's language. */
export function titleFor({ story, ruleId, title }: Item, { nouns }: Texts): string {
  const noun = story === undefined ? nouns.rules[ruleId] : nouns.stories[story];
  return noun?.title ?? title;
}

/** Why we believe an item, in one line. The form alone is told only if there is nothing else. */
export function whyFor(item: Item, texts: Texts): string {
  const special = item.evidence.filter(({ kind }) => kind !== 'format');
  const evidence = special.length === 0 ? item.evidence : special;
  const reasons = evidence.map((one) => reasonFor(one, texts));
  if (item.testValue) reasons.unshift(texts.testValue);
  if (item.decoded !== undefined) reasons.push(texts.decoded(item.decoded));
  if (item.hidden) reasons.push(texts.hidden);
  return [...new Set(reasons)].join(', ');
}

function reasonFor({ kind, name = '' }: Evidence, { nouns }: Texts): string {
  const { kinds, checks } = nouns.evidence;
  return kind === 'context' ? kinds.context.replace('{word}', name) : (checks[name] ?? kinds[kind]);
}
