import { SluiceError } from './errors.js';
import type { Policy, PolicyClause } from './types.js';
import { ACTIONS, CATEGORIES, CODE_ORIGINS, CONFIDENCES, DIRECTIONS, SEVERITIES } from './words.js';

/** 'S' 'L' 'P' '2' as a little-endian word. */
const MAGIC = 0x32504c53;
const EVERYTHING = 0xffffffff;

const ID = /^(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
const TAG = /^(?=.{1,64}$)[a-z0-9]+(?:[-.][a-z0-9]+)*$/;
const COUNTRY = /^[a-z]{2}$/;
// Stars at the ends only.
const SCOPE = /^(?=.{3,200}$)\*?[^*\p{Cc}]{3,200}\*?$/u;
const HOST = /^(?:\*\.)?(?=.{1,253}$)[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/** Fields of words become masks, in this order. */
const MASKS = {
  categories: CATEGORIES,
  severities: SEVERITIES,
  confidences: CONFIDENCES,
  directions: DIRECTIONS,
} as const satisfies Partial<Record<keyof PolicyClause, readonly string[]>>;

/** Fields of numbers and the most they can be; the least is 1. */
const NUMBERS = {
  minLines: 1_000_000,
  minShare: 100,
} as const satisfies Partial<Record<keyof PolicyClause, number>>;

/** Fields of names become lists, in this order. */
const LISTS = {
  families: ID,
  rules: ID,
  tags: TAG,
  languages: ID,
  countries: COUNTRY,
  destinations: HOST,
} as const satisfies Partial<Record<keyof PolicyClause, RegExp>>;

type MaskField = keyof typeof MASKS;
type ListField = keyof typeof LISTS;
const MASK_FIELDS = Object.keys(MASKS) as MaskField[];
const LIST_FIELDS = Object.keys(LISTS) as ListField[];
const NUMBER_FIELDS = Object.keys(NUMBERS) as (keyof typeof NUMBERS)[];
const CLAUSE_FIELDS: readonly string[] = [
  ...MASK_FIELDS,
  'testValue',
  'origins',
  ...NUMBER_FIELDS,
  ...LIST_FIELDS,
  'action',
];
const POLICY_FIELDS: readonly string[] = [
  '$schema',
  'id',
  'title',
  'description',
  'incomplete',
  'testValueCap',
  'ownCode',
  'clauses',
];

/** Gives `value` back as a policy, or throws `invalid-policy` with the JSON pointer. */
export function validatePolicy(value: unknown): Policy {
  const policy = checkObject(value, POLICY_FIELDS, '#');
  checkShape(policy.id, ID, '#/id');
  for (const field of ['$schema', 'title', 'description']) {
    if (policy[field] !== undefined && typeof policy[field] !== 'string') {
      refuse(`#/${field}`, 'this must be a text');
    }
  }
  for (const field of ['incomplete', 'testValueCap']) {
    if (policy[field] !== undefined) checkWord(policy[field], ACTIONS, `#/${field}`);
  }
  checkList(policy.ownCode, '#/ownCode', (item, place) => {
    checkShape(item, SCOPE, place);
  });
  if (!Array.isArray(policy.clauses)) return refuse('#/clauses', 'this must be a list');
  policy.clauses.forEach((clause, index) => {
    checkClause(clause, `#/clauses/${index}`);
  });
  return value as Policy;
}

function checkClause(value: unknown, where: string): void {
  const clause = checkObject(value, CLAUSE_FIELDS, where);
  for (const field of MASK_FIELDS) {
    checkList(clause[field], `${where}/${field}`, (item, place) => {
      checkWord(item, MASKS[field], place);
    });
  }
  checkList(clause.origins, `${where}/origins`, (item, place) => {
    checkWord(item, CODE_ORIGINS, place);
  });
  for (const field of NUMBER_FIELDS) {
    checkNumber(clause[field], NUMBERS[field], `${where}/${field}`);
  }
  for (const field of LIST_FIELDS) {
    checkList(clause[field], `${where}/${field}`, (item, place) => {
      checkShape(item, LISTS[field], place);
    });
  }
  if (clause.testValue !== undefined && typeof clause.testValue !== 'boolean') {
    refuse(`${where}/testValue`, 'this must be true or false');
  }
  checkWord(clause.action, ACTIONS, `${where}/action`);
}

function checkObject(value: unknown, known: readonly string[], where: string) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(where, 'this must be an object');
  }
  const unknown = Object.keys(value).find((field) => !known.includes(field));
  if (unknown !== undefined) refuse(`${where}/${unknown}`, 'there is no such field');
  return value as Readonly<Record<string, unknown>>;
}

function checkList(
  value: unknown,
  where: string,
  checkItem: (item: unknown, where: string) => void,
): void {
  if (value === undefined) return;
  if (!Array.isArray(value)) throw refusal(where, 'this must be a list');
  // Would admit nothing here and everything in the binary form.
  if (value.length === 0) refuse(where, 'leave the field out to admit everything');
  value.forEach((item, index) => {
    checkItem(item, `${where}/${index}`);
  });
}

function checkNumber(value: unknown, most: number, where: string): void {
  if (value === undefined) return;
  if (!Number.isInteger(value) || Number(value) < 1 || Number(value) > most) {
    refuse(where, `this must be a whole number from 1 to ${most}`);
  }
}

function checkWord(value: unknown, words: readonly string[], where: string): void {
  if (typeof value !== 'string' || !words.includes(value)) {
    refuse(where, `this must be one of ${words.join(', ')}`);
  }
}

function checkShape(value: unknown, shape: RegExp, where: string): void {
  if (typeof value !== 'string' || !shape.test(value)) {
    refuse(where, 'this name is not written as it must be');
  }
}

function refuse(where: string, message: string): never {
  throw refusal(where, message);
}

function refusal(where: string, message: string): SluiceError {
  return new SluiceError('invalid-policy', message, where);
}

/** The binary form described in engine/include/sluice/policy.h. */
export function encodePolicy(policy: Policy): Uint8Array {
  const writer = new WordWriter();
  writer.word(MAGIC);
  writer.word(ACTIONS.indexOf(policy.incomplete ?? 'warn'));
  writer.word(ACTIONS.indexOf(policy.testValueCap ?? 'warn'));
  writer.texts(policy.ownCode ?? []);
  writer.word(policy.clauses.length);
  for (const clause of policy.clauses) {
    for (const field of MASK_FIELDS) writer.word(maskOf(clause[field], MASKS[field]));
    writer.word(clause.testValue === undefined ? EVERYTHING : clause.testValue ? 2 : 1);
    writer.word(maskOf(clause.origins, CODE_ORIGINS));
    for (const field of NUMBER_FIELDS) writer.word(clause[field] ?? 0);
    writer.word(ACTIONS.indexOf(clause.action));
    for (const field of LIST_FIELDS) writer.texts(clause[field] ?? []);
  }
  return writer.bytes();
}

function maskOf(chosen: readonly string[] | undefined, words: readonly string[]): number {
  if (chosen === undefined) return EVERYTHING;
  return chosen.reduce((mask, word) => mask | (1 << words.indexOf(word)), 0);
}

class WordWriter {
  readonly #bytes: number[] = [];
  readonly #encoder = new TextEncoder();

  word(word: number): void {
    this.#bytes.push(word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24);
  }

  texts(texts: readonly string[]): void {
    this.word(texts.length);
    for (const text of texts) {
      const bytes = this.#encoder.encode(text);
      this.word(bytes.length);
      this.#bytes.push(...bytes);
      while (this.#bytes.length % 4 !== 0) this.#bytes.push(0);
    }
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}
