import type { Item } from '../dialog/protocol.js';
import type { Noun, Texts } from './texts.js';

const named = 3;

/** "This text contains a BSN and 2 e-mail addresses." */
export function sentenceFor(items: readonly Item[], texts: Texts): string {
  const groups = new Map<Noun, number>();
  for (const { placeholder, category } of items) {
    const noun = texts.nouns[placeholder] ?? texts.categories[category];
    groups.set(noun, (groups.get(noun) ?? 0) + 1);
  }
  const ordered = [...groups];
  const parts = ordered.slice(0, named).map(([noun, count]) => counted(noun, count));
  const rest = ordered.slice(named).reduce((total, [, count]) => total + count, 0);
  if (rest > 0) parts.push(texts.others(rest));
  return texts.contains(parts, items.length);
}

function counted([one, many]: Noun, count: number): string {
  return count === 1 ? one : `${count} ${many}`;
}

/** Why we believe an item, in one line. */
export function whyFor(item: Item, texts: Texts): string {
  const reasons = item.evidence.map(({ kind, name }) => texts.why(kind, name));
  if (item.testValue) reasons.unshift(texts.testValue);
  if (item.decoded !== undefined) reasons.push(texts.decoded(item.decoded));
  if (item.hidden) reasons.push(texts.hidden);
  return [...new Set(reasons)].slice(0, 3).join(', ');
}
