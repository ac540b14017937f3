/** A value and the name it goes by. */
export interface Named {
  readonly name: string;
  readonly value: string;
}

/** Shorter values stand in other words by chance. */
const MIN_LENGTH = 5;
const WORD = /[\p{L}\p{N}]+/gu;
const WORD_SIGN = /[\p{L}\p{N}_]/u;

interface Entry extends Named {
  /** Where in the value its longest word begins. */
  readonly offset: number;
}

/**
 * Where these values stand in `text` as whole words. The rules may have had nothing to go by there:
 * a number with a label in one line often stands alone in the next. Linear, by the longest word
 * of each value.
 */
export function findRepeats(
  text: string,
  values: Iterable<Named>,
): readonly (Named & { readonly start: number; readonly end: number })[] {
  const byWord = new Map<string, Entry[]>();
  for (const { name, value } of values) {
    if (value.length < MIN_LENGTH) continue;
    const word = longestWord(value);
    if (word === undefined) continue;
    const entries = byWord.get(word.text) ?? [];
    byWord.set(word.text, [...entries, { name, value, offset: word.offset }]);
  }
  if (byWord.size === 0) return [];
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const entries = byWord.get(word) ?? [];
    return entries.flatMap(({ name, value, offset }) => {
      const start = index - offset;
      const end = start + value.length;
      if (start < 0 || !text.startsWith(value, start) || !isWhole(text, start, end)) return [];
      return [{ name, value, start, end }];
    });
  });
}

function longestWord(value: string) {
  let longest: { text: string; offset: number } | undefined;
  for (const { 0: text, index: offset } of value.matchAll(WORD)) {
    if (longest === undefined || text.length > longest.text.length) longest = { text, offset };
  }
  return longest;
}

/** Whether no word goes on across either end. */
function isWhole(text: string, start: number, end: number): boolean {
  const joins = (at: number) =>
    at > 0 && at < text.length && isWordSign(text, at - 1) && isWordSign(text, at);
  return !joins(start) && !joins(end);
}

function isWordSign(text: string, at: number): boolean {
  return WORD_SIGN.test(text.charAt(at));
}
