// Values as issuers make them: a form such as `ghp_<A36>` and a seed give one that is structurally
// valid and belongs to nobody.
import { Buffer } from 'node:buffer';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const LETTERS = LOWER + UPPER;

/** What stands for which alphabet between `<` and the number of characters. */
const ALPHABETS: Readonly<Record<string, string>> = {
  A: LETTERS + DIGITS,
  Aa: LETTERS,
  U: UPPER + DIGITS,
  L: LOWER + DIGITS,
  a: LOWER,
  '9': DIGITS,
  h: `${DIGITS}abcdef`,
  H: `${DIGITS}ABCDEF`,
  w: `${LETTERS + DIGITS}_-`,
  b: `${LETTERS + DIGITS}+/`,
  t: `${LETTERS + DIGITS}_.-~`,
  B: `${UPPER}234567`,
  k: `${LOWER}234567`,
  b32: `${UPPER}234567`,
  b32l: `${LOWER}234567`,
  R: '0123456789ABCDEFGHJKMNPQRSTVWXYZ',
  e: '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
  q: 'AQgw',
  P: 'ABCDEFGHIJKLMNOP',
};

/** Numbers from 0 up to a limit, always the same for a seed (mulberry32). */
export function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

type Random = ReturnType<typeof numbers>;

function characters(random: Random, alphabet: string, count: number): string {
  // Signs stand within, so that a text's own punctuation cannot be taken for them.
  const edge = /[_+/.~-]/.test(alphabet) ? ALPHABETS.A : alphabet;
  return Array.from({ length: count }, (_, i) => {
    const from = (i === 0 || i === count - 1 ? edge : alphabet) ?? '';
    return from[random(from.length)];
  }).join('');
}

const base64url = (text: string) => Buffer.from(text).toString('base64url');

function jwt(random: Random): string {
  const claims = JSON.stringify({ sub: `${random(1e9)}`, iat: random(1e9) });
  const head = base64url('{"alg":"HS256","typ":"JWT"}');
  return `${head}.${base64url(claims)}.${characters(random, ALPHABETS.w ?? '', 43)}`;
}

function uuid(random: Random): string {
  const hex = characters(random, ALPHABETS.h ?? '', 30);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(12, 15)}`,
    `a${hex.slice(15, 18)}`,
    hex.slice(18),
  ].join('-');
}

/** CRC-16/XMODEM. */
function crc16(bytes: readonly number[]): number {
  return bytes.reduce((sum, byte) => {
    let next = sum ^ (byte << 8);
    for (let bit = 0; bit < 8; bit++) next = (next << 1) ^ (next & 0x8000 ? 0x1021 : 0);
    return next & 0xffff;
  }, 0);
}

/** The seed of a NATS user: two bytes that say so, 32 of chance, the check sum; base 32. */
function nkey(random: Random): string {
  const bytes = [0x95, 0x00, ...Array.from({ length: 32 }, () => random(256))];
  const sum = crc16(bytes);
  const bits = [...bytes, sum & 0xff, sum >> 8].map((byte) => byte.toString(2).padStart(8, '0'));
  const groups = bits.join('').match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABETS.b32?.[parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** Discord's first part is the account's number in base 64; WorkOS' key holds a name. */
const SPECIAL: Readonly<Record<string, (random: Random) => string>> = {
  jwt,
  uuid,
  nkey,
  b64d: (random) => base64url(characters(random, DIGITS, 18)).slice(3),
  b64k: (random) => base64url(`key_01${characters(random, ALPHABETS.U ?? '', 24)},xyz`),
};

/** A value of the form; `⟦` and `⟧` in it mark the secret part. */
export function invent(form: string, random: Random): string {
  return form.replace(/<([^>]+)>/g, (_, what: string) => {
    const special = SPECIAL[what];
    if (special !== undefined) return special(random);
    const [, name = '', count = ''] = /^(b32l?|Aa|[A-Za-z9]) ?(\d+)$/.exec(what) ?? [];
    const alphabet = ALPHABETS[name];
    if (alphabet === undefined) throw new Error(`${form}: unknown part <${what}>`);
    return characters(random, alphabet, Number(count));
  });
}
