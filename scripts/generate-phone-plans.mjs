// Writes engine/scanner/validators/phone_plan_data.h: which numbers exist by country calling code,
// from the metadata of libphonenumber-js, which is Google's.
//   node scripts/generate-phone-plans.mjs            writes the file
//   node scripts/generate-phone-plans.mjs --check    fails when the file is not what the data say
//
// Numbering plans are regular expressions over digits. Each is read into an automaton, which is
// asked, for each way to begin, what lengths can still be reached: by two digits for numbers with a
// country code, by three for the national numbers of countries that write a zero before them.
import metadata from 'libphonenumber-js/metadata.max.json';
import { CharSet, JS, NFA } from 'refa';
import { writeOrCheck } from './lib.mjs';

const SHORT = 2;
const LONG = 3;
const MAX_LENGTH = 12;
/** @param {string} from @param {string} [to] */
const digitsFrom = (from, to = from) =>
  CharSet.fromRange(0xffff, { min: from.charCodeAt(0), max: to.charCodeAt(0) });
const ANY = digitsFrom('0', '9');
const DIGITS = Array.from('0123456789', (digit) => digitsFrom(digit));

/** @typedef {import('refa').NFA.Node} State */

/** @param {string} pattern */
function automatonOf(pattern) {
  const { expression, maxCharacter } = JS.Parser.fromLiteral({
    source: pattern,
    flags: '',
  }).parse();
  return NFA.fromRegex(expression, { maxCharacter });
}

/** @param {Iterable<State>} states @param {CharSet} digits @returns {Set<State>} */
function advance(states, digits) {
  return new Set(
    [...states].flatMap(({ out }) =>
      [...out].filter(([, signs]) => !signs.isDisjointWith(digits)).map(([to]) => to),
    ),
  );
}

/**
 * Per prefix of so many digits a mask of the lengths at which a number can end; bit n: n digits.
 * With `open`, where the pattern is matched the number may go on.
 * @param {string} pattern @param {number} size @param {boolean} open
 */
function lengthsByPrefix(pattern, size, open) {
  const { initial, finals } = automatonOf(pattern);
  return Array.from({ length: 10 ** size }, (_, prefix) => {
    const digits = [...String(prefix).padStart(size, '0')].map((digit) => DIGITS[Number(digit)]);
    /** @type {Set<State>} */
    let states = new Set([initial]);
    let lengths = 0;
    for (let length = 1; length <= MAX_LENGTH && states.size > 0; length += 1) {
      states = advance(states, digits[length - 1] ?? ANY);
      const ends = [...states].some((state) => finals.has(state));
      if (ends) lengths |= open ? -1 << length : 1 << length;
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

writeOrCheck('engine/scanner/validators/phone_plan_data.h', text, 'generate-phone-plans');
