// Writes engine/scanner/validators/phone_plan_data.h: which numbers exist by country calling code,
// from the metadata of libphonenumber-js, which is Google's.
//   node scripts/generate-phone-plans.mjs            writes the file
//   node scripts/generate-phone-plans.mjs --check    fails when the file is not what the data say
//
// Numbering plans are regular expressions over digits. Each is read into an automaton, which is
// asked, for each way to begin, what lengths can still be reached: by two digits for numbers with a
// country code, by three for the national numbers of countries that write a zero before them.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import metadata from 'libphonenumber-js/metadata.max.json';

const target = new URL('../engine/scanner/validators/phone_plan_data.h', import.meta.url);
const SHORT = 2;
const LONG = 3;
const MAX_LENGTH = 12;
const ANY = 0x3ff;

/** @typedef {{ step: Map<number, { digits: number, to: number }[]>, empty: Map<number, number[]>, end: number }} Automaton */

/** Reads alternation, groups, classes, `\d`, `?`, `{n}` and `{m,n}`: all that plans use. */
class Reader {
  #text;
  #at = 0;
  #states = 1;
  /** @type {Automaton} */
  automaton = { step: new Map(), empty: new Map(), end: 0 };

  /** @param {string} text */
  constructor(text) {
    this.#text = text;
    this.automaton.end = this.#choice(0);
    if (this.#at < text.length) throw new Error(`cannot read ${text} at ${this.#at}`);
  }

  #newState() {
    this.#states += 1;
    return this.#states - 1;
  }

  /** @param {number} from @param {number} to */
  #skip(from, to) {
    this.automaton.empty.set(from, [...(this.automaton.empty.get(from) ?? []), to]);
  }

  /** @param {number} from @returns {number} */
  #choice(from) {
    const end = this.#newState();
    this.#skip(this.#sequence(from), end);
    while (this.#text[this.#at] === '|') {
      this.#at += 1;
      this.#skip(this.#sequence(from), end);
    }
    return end;
  }

  /** @param {number} from @returns {number} */
  #sequence(from) {
    let state = from;
    while (this.#at < this.#text.length && !'|)'.includes(this.#text[this.#at] ?? '')) {
      state = this.#repeated(state);
    }
    return state;
  }

  /** @param {number} from @returns {number} */
  #repeated(from) {
    const begin = this.#at;
    let state = this.#one(from);
    const counts = /^(?:\?|\{(\d+)(?:,(\d+))?\})/.exec(this.#text.slice(this.#at));
    if (counts === null) return state;
    const after = this.#at + counts[0].length;
    const least = Number(counts[1] ?? 0);
    const most = Number(counts[2] ?? counts[1] ?? 1);
    if (least === 0) this.#skip(from, state);
    for (let count = 1; count < most; count += 1) {
      this.#at = begin;
      const next = this.#one(state);
      if (count >= least) this.#skip(state, next);
      state = next;
    }
    this.#at = after;
    return state;
  }

  /** @param {number} from @returns {number} */
  #one(from) {
    const rest = this.#text.slice(this.#at);
    if (rest.startsWith('(')) {
      this.#at += rest.startsWith('(?:') ? 3 : 1;
      const end = this.#choice(from);
      this.#at += 1;
      return end;
    }
    const [sign = ''] = /^(?:\\d|\[[^\]]+\]|\d)/.exec(rest) ?? [];
    if (sign === '') throw new Error(`cannot read ${this.#text} at ${this.#at}`);
    this.#at += sign.length;
    const to = this.#newState();
    const edges = this.automaton.step.get(from) ?? [];
    this.automaton.step.set(from, [...edges, { digits: digitsOf(sign), to }]);
    return to;
  }
}

/** One bit per digit. @param {string} sign */
function digitsOf(sign) {
  if (sign === '\\d') return ANY;
  const pattern = new RegExp(sign);
  return Array.from({ length: 10 }, (_, digit) =>
    pattern.test(String(digit)) ? 1 << digit : 0,
  ).reduce((all, bit) => all | bit, 0);
}

/** @param {Automaton} automaton @param {Iterable<number>} states */
function closure(automaton, states) {
  const closed = new Set(states);
  for (const state of closed) for (const to of automaton.empty.get(state) ?? []) closed.add(to);
  return closed;
}

/** @param {Automaton} automaton @param {Set<number>} states @param {number} digits */
function advance(automaton, states, digits) {
  const next = [...states].flatMap((state) =>
    (automaton.step.get(state) ?? []).filter((edge) => edge.digits & digits).map(({ to }) => to),
  );
  return closure(automaton, next);
}

/**
 * Per prefix of so many digits a mask of the lengths at which a number can end; bit n: n digits.
 * With `open`, where the pattern is matched the number may go on.
 * @param {string} pattern @param {number} size @param {boolean} open
 */
function lengthsByPrefix(pattern, size, open) {
  const { automaton } = new Reader(pattern);
  const start = closure(automaton, [0]);
  return Array.from({ length: 10 ** size }, (_, prefix) => {
    const digits = [...String(prefix).padStart(size, '0')].map((digit) => 1 << Number(digit));
    let states = start;
    let lengths = 0;
    for (let length = 1; length <= MAX_LENGTH && states.size > 0; length += 1) {
      states = advance(automaton, states, digits[length - 1] ?? ANY);
      if (states.has(automaton.end)) lengths |= open ? -1 << length : 1 << length;
    }
    return lengths;
  });
}

/** The types of number people have: not the short ones of services. @param {unknown[]} country */
function typePatterns(country) {
  const [fixed, mobile, free, premium, personal, , uan, voip, shared] =
    /** @type {([string, number[]?] | 0)[]} */ (country[11] ?? []);
  const used = [fixed, mobile, free, premium, personal, uan, voip, shared].filter((type) => type);
  const general = String(country[2]);
  return used.length === 0
    ? [{ pattern: general, lengths: -1 }]
    : used.map((type) => {
        const [pattern, lengths] = /** @type {[string, number[]?]} */ (type);
        const own = lengths ?? /** @type {number[]} */ (country[3]);
        return { pattern, lengths: own.reduce((all, length) => all | (1 << length), 0) };
      });
}

/** @param {unknown[]} country @param {number} size @returns {number[]} */
function planOf(country, size) {
  const plan = new Array(10 ** size).fill(0);
  for (const { pattern, lengths } of typePatterns(country)) {
    lengthsByPrefix(pattern, size, false).forEach((mask, prefix) => {
      plan[prefix] |= mask & lengths;
    });
  }
  return plan;
}

/** Sizes the first group may have, one bit each, by prefix. @param {unknown[]} country @returns {number[]} */
function areasOf(country) {
  const areas = new Array(10 ** LONG).fill(0);
  const formats = /** @type {[string, string, string[]?][]} */ (country[4] || []);
  for (const [pattern, , leading = []] of formats) {
    const sizes = /^\(\\d(?:\{(\d)(?:,(\d))?\})?\)/.exec(pattern);
    if (sizes === null) continue;
    const [least, most] = [Number(sizes[1] ?? 1), Number(sizes[2] ?? sizes[1] ?? 1)];
    const begins =
      leading.length === 0 ? undefined : lengthsByPrefix(leading.at(-1) ?? '', LONG, true);
    for (let prefix = 0; prefix < areas.length; prefix += 1) {
      if (begins !== undefined && begins[prefix] === 0) continue;
      for (let size = least; size <= most; size += 1) areas[prefix] |= 1 << size;
    }
  }
  return areas;
}

/** @type {Record<string, unknown[]>} */
const countries = metadata.countries;
const codes = Object.entries(metadata.country_calling_codes)
  .map(([code, regions]) => ({
    code: Number(code),
    regions: regions.filter((id) => countries[id]),
  }))
  .filter(({ regions }) => regions.length > 0)
  .sort((a, b) => a.code - b.code);

/** @param {number[][]} masks @returns {number[]} */
const unite = (masks) => masks.reduce((all, next) => all.map((mask, at) => mask | (next[at] ?? 0)));

/** Countries whose ranges are told apart; of the others only the lengths. */
const IN_DETAIL = new Set(
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LT LU LV MT NL NO PL PT RO SE SI SK US'.split(
    ' ',
  ),
);

/** Numbers a person can be called at; bit n: n digits. */
const LENGTHS = 0x1ff0;

/** @type {number[]} */
const lengthMasks = [];
/** @type {number[]} */
const ranges = [];
const plans = codes.map(({ code, regions }) => {
  const found = unite(regions.map((id) => planOf(countries[id] ?? [], SHORT)));
  const all = found.reduce((lengths, mask) => lengths | mask, 0);
  const plan = regions.some((id) => IN_DETAIL.has(id)) ? found : found.map(() => all);
  const begin = ranges.length;
  plan.forEach((mask, prefix) => {
    const lengths = mask & LENGTHS;
    if (!lengthMasks.includes(lengths)) lengthMasks.push(lengths);
    if (prefix + 1 < plan.length && ((plan[prefix + 1] ?? 0) & LENGTHS) === lengths) return;
    ranges.push((prefix << 8) | lengthMasks.indexOf(lengths));
  });
  return `{${code}, ${begin}, ${ranges.length - begin}}`;
});

/**
 * Countries whose national numbers begin with a zero that is no part of them, and whose people
 * write here. More of them would let every number with a zero before it pass.
 */
const TRUNK_ZERO = 'AT BE CH DE FI FR GB HR IE NL RO SE SI SK TR BG'.split(' ');
const trunkPlan = unite(
  TRUNK_ZERO.map((id) => {
    const country = countries[id] ?? [];
    const areas = areasOf(country);
    return planOf(country, LONG).map((mask, prefix) =>
      (mask & LENGTHS) === 0 ? 0 : (mask & LENGTHS) | ((areas[prefix] ?? 0) << 16),
    );
  }),
);
/** @type {number[]} */
const trunkRanges = [];
trunkPlan.forEach((mask, prefix) => {
  if (mask !== trunkPlan[prefix + 1]) trunkRanges.push(prefix, mask & 0xffff, mask >>> 16);
});
if (lengthMasks.length > 256) throw new Error(`${lengthMasks.length} masks do not fit a byte`);

const text = `// Made by scripts/generate-phone-plans.mjs from the metadata of
// libphonenumber-js (MIT; the data are of Google's libphonenumber, Apache
// License 2.0); do not edit.
#ifndef SLUICE_SCANNER_VALIDATORS_PHONE_PLAN_DATA_H_
#define SLUICE_SCANNER_VALIDATORS_PHONE_PLAN_DATA_H_

#include <cstdint>

namespace sluice {

// clang-format off
// Lengths a number may have behind its country code; bit n: n digits.
inline constexpr uint16_t kPhoneLengths[] = {
${wrap(lengthMasks.map(hex))}
};
// Last prefix of two digits << 8 | index of its lengths; the first prefix follows the last of the
// range before.
inline constexpr uint16_t kPhoneRanges[] = {
${wrap(ranges.map(hex))}
};
struct PhonePlan { uint16_t code; uint16_t begin; uint16_t count; };
inline constexpr PhonePlan kPhonePlans[] = {
${wrap(plans)}
};
// National numbers behind a zero: last prefix of three digits, lengths, sizes of the first group.
struct TrunkRange { uint16_t prefix; uint16_t lengths; uint16_t areas; };
inline constexpr TrunkRange kTrunkRanges[] = {
${wrap(triples(trunkRanges))}
};
// clang-format on

}  // namespace sluice

#endif  // SLUICE_SCANNER_VALIDATORS_PHONE_PLAN_DATA_H_
`;

/** @param {number} value */
function hex(value) {
  return `0x${value.toString(16)}`;
}

/** @param {number[]} values */
function triples(values) {
  return values.flatMap((value, at) =>
    at % 3 === 0 ? [`{${value}, ${hex(values[at + 1] ?? 0)}, ${hex(values[at + 2] ?? 0)}}`] : [],
  );
}

/** @param {string[]} items */
function wrap(items) {
  const lines = [''];
  for (const item of items) {
    if ((lines.at(-1) ?? '').length + item.length > 96) lines.push('');
    lines.push(`${lines.pop()}${item}, `);
  }
  return lines.map((line) => `    ${line.trimEnd()}`).join('\n');
}

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error(
      'the phone plans are not what the data say; run: node scripts/generate-phone-plans.mjs',
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, text);
  const sizes = `${plans.length} codes, ${ranges.length} ranges, ${trunkRanges.length / 3} with a zero`;
  console.log(`wrote ${fileURLToPath(target)}: ${sizes}`);
}
