import type { Category } from 'sluice';

const bullets = '•••••';

/**
 * Enough of a value to recognise it by, never enough to use it: at most four characters, and
 * never more than a third. Of code only its length is told.
 */
export function mask(value: string, category: Category): string {
  if (category === 'code') return '';
  const shown = Math.min(4, Math.floor(value.length / 3));
  return [...value.replace(/\s+/gu, ' ')].slice(0, shown).join('') + bullets;
}

/** How many lines a value spans. */
export function countLines(value: string): number {
  return value.replace(/\n$/u, '').split('\n').length;
}
