// Writes the name lists of rules/personal/names.json, as Bloom filters: the given names and surnames
// of @faker-js/faker (MIT). engine/scanner/detectors/person_names.cc reads them.
//   node scripts/generate-names.mjs            writes the file
//   node scripts/generate-names.mjs --check    fails when the lists are not what the data say
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allLocales } from '@faker-js/faker';

const target = new URL('../rules/personal/names.json', import.meta.url);
const LOCALES = 'nl nl_BE en de de_AT de_CH fr fr_BE es it sv fi da nb_NO pl pt_PT pt_BR'.split(
  ' ',
);
const BITS_PER_NAME = 9;
const BITS_PER_SIGN = 6;
const PROBES = 6;
const SIGNS_PER_LINE = 84;

/** All strings in a list or in lists by sex. @param {unknown} value @returns {string[]} */
function stringsIn(value) {
  if (typeof value === 'string') return [value];
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(stringsIn);
}

/** What the detector hashes: the first part of a word in lower case. @param {string} name */
const folded = (name) => name.split('-')[0]?.toLowerCase() ?? '';

/** @param {'first_name' | 'last_name'} field */
function namesOf(field) {
  /** @type {Record<string, { person?: Record<string, unknown> }>} */
  const locales = allLocales;
  const all = LOCALES.flatMap((locale) => stringsIn(locales[locale]?.person?.[field]));
  return [...new Set(all.filter((name) => !name.includes(' ')).map(folded))]
    .filter((name) => name.length > 1)
    .sort();
}

/** FNV-1a over the bytes. @param {string} name */
function hashOf(name) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** @param {readonly string[]} names */
function filterOf(names) {
  const signs = new Uint8Array(Math.ceil((names.length * BITS_PER_NAME) / BITS_PER_SIGN));
  const bits = signs.length * BITS_PER_SIGN;
  for (const name of names) {
    const hash = hashOf(name);
    const step = ((hash >>> 17) | (hash << 15) | 1) >>> 0;
    for (let probe = 0; probe < PROBES; probe += 1) {
      const bit = ((hash + Math.imul(probe, step)) >>> 0) % bits;
      const at = Math.floor(bit / BITS_PER_SIGN);
      signs[at] = (signs[at] ?? 0) | (1 << (bit % BITS_PER_SIGN));
    }
  }
  const text = String.fromCharCode(...signs.map((sign) => sign + 63));
  return text.match(new RegExp(`.{1,${SIGNS_PER_LINE}}`, 'gs')) ?? [];
}

const file = JSON.parse(readFileSync(target, 'utf8'));
const given = namesOf('first_name');
const surnames = namesOf('last_name');
const options = { givenNames: filterOf(given), surnames: filterOf(surnames) };
const rule = file.rules.find((/** @type {{ detector?: object }} */ { detector }) => detector);
if (process.argv.includes('--check')) {
  if (JSON.stringify(rule.detector.options) !== JSON.stringify(options)) {
    console.error('the name lists are not what the data say; run: node scripts/generate-names.mjs');
    process.exitCode = 1;
  }
} else {
  rule.detector.options = options;
  writeFileSync(target, `${JSON.stringify(file, null, 2)}\n`);
  console.log(
    `wrote ${fileURLToPath(target)}: ${given.length} given names, ${surnames.length} surnames`,
  );
}
