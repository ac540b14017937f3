/** How much of a value the page shows in lists: enough to recognise it, too little to use it. */
const SHOWN = 4;
const DOTS = 12;

/** `1112•••••` for a value on one line. */
export function mask(value: string): string {
  const characters = [...value.slice(0, 64)];
  const shown = Math.min(SHOWN, Math.floor(characters.length / 2));
  const dots = Math.min(DOTS, characters.length - shown);
  return characters.slice(0, shown).join('') + '•'.repeat(dots);
}

/** How many lines a span covers. */
export function lineCount(text: string, start: number, end: number): number {
  let lines = 1;
  for (
    let at = text.indexOf('\n', start);
    at >= 0 && at < end - 1;
    at = text.indexOf('\n', at + 1)
  ) {
    lines += 1;
  }
  return lines;
}
