/**
 * The ways `[EMAIL_1]` comes back. Chat tools change case, put backslashes before Markdown's signs,
 * wrap words in asterisks, encode brackets in links; writers add a possessive or a plural.
 */
const OPEN = String.raw`(?:\[|【|［|%5B|&#91;|&#x5B;|\\u005b)`;
const CLOSE = String.raw`(?:\]|】|］|%5D|&#93;|&#x5D;|\\u005d)`;
const JOIN = String.raw`(?:\\?_|%5F|&#95;|[ -])`;
const EMPHASIS = '[*~`]{0,3} ?(?:__?(?=[a-z]))?[*]{0,3}';
const NAME = `(?:[a-z][a-z0-9]{0,31}(?:${JOIN}[a-z0-9]{1,31}){0,7})`;
const ENDING = "(?:['’]s|s['’]?)?";
const BODY = `${EMPHASIS}(${NAME}${JOIN}[0-9]{1,7})(${ENDING})(?:__?)?[*~\`]{0,3} ?`;

/** Escaped on both sides: the backslashes go with it. Else they are the text's own. */
const PLACEHOLDER = new RegExp(String.raw`\\\[${BODY}\\\]|${OPEN}${BODY}${CLOSE}`, 'gi');

const JOINS = new RegExp(JOIN, 'gi');

/** Something in a text that may be a placeholder. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** `EMAIL_1`, and `EMAIL_1` for `[EMAILS_1]` as well, the likelier first. */
  readonly keys: readonly string[];
  /** What to put behind the value: `'s`. */
  readonly ending: string;
}

/** In the order of the text; known or not. */
export function findMarks(text: string): readonly Mark[] {
  return [...text.matchAll(PLACEHOLDER)].map(({ 0: found, index, ...groups }) => ({
    start: index,
    end: index + found.length,
    keys: keysOf(groups[1] ?? groups[3] ?? ''),
    ending: groups[2] ?? groups[4] ?? '',
  }));
}

/** `EMAIL_1` for every way to write it. */
function keysOf(written: string): readonly string[] {
  const key = written.replace(JOINS, '_').toUpperCase();
  const [, name, number] = /^(.+)_([0-9]+)$/.exec(key) ?? [];
  const plural = name?.endsWith('S') && name.length > 1;
  return plural ? [key, `${name?.slice(0, -1)}_${number}`] : [key];
}

/** Longer than any placeholder; what may still become one is not held back beyond it. */
const MAX_LENGTH = 128;
const OPENERS = ['[', '\\[', '【', '［', '%5b', '&#91;', '&#x5b;', '\\u005b'];
const UNFINISHED = /(?:\\?\[|【|［|%5B|&#91;|&#x5B;|\\u005b)[a-z0-9_*~'’\x60%&#;\\ -]*$/i;

/** Where the last part of `text` begins that may become a placeholder; its length if nothing may. */
export function unfinishedFrom(text: string): number {
  const from = Math.max(0, text.length - MAX_LENGTH);
  const tail = text.slice(from).toLowerCase();
  const open = UNFINISHED.exec(tail);
  if (open) return from + open.index;
  for (let size = Math.min(tail.length, 6); size > 0; size -= 1) {
    const end = tail.slice(-size);
    if (OPENERS.some((opener) => opener.startsWith(end))) return text.length - size;
  }
  return text.length;
}
