// Writes the word list of rules/secret/wallets.json: a hash of each English word of BIP 39, in the
// order of the list, from @scure/bip39 (MIT). engine/scanner/detectors/seed_words.cc reads it.
//   node scripts/generate-seed-words.mjs            writes the file
//   node scripts/generate-seed-words.mjs --check    fails when the list is not what the data say
import { readFileSync, writeFileSync } from 'node:fs';
import { wordlist } from '@scure/bip39/wordlists/english.js';

const TARGET = 'rules/secret/wallets.json';
const HASH_BITS = 18;
const SIGNS_PER_LINE = 84;

/** FNV-1a over the letters, its upper bits. @param {string} word */
function hashOf(word) {
  let hash = 0x811c9dc5;
  for (const letter of word) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return hash >>> (32 - HASH_BITS);
}

/** Six bits per sign, the highest first. @param {number} number @param {number} count */
function signsOf(number, count) {
  return Array.from({ length: count }, (_, i) =>
    String.fromCharCode(63 + ((number >> (6 * (count - 1 - i))) & 63)),
  ).join('');
}

/** @param {readonly string[]} words sorted */
function tableOf(words) {
  const letters = [...'abcdefghijklmnopqrstuvwxyz{'];
  const begins = letters.map((letter) => words.filter((word) => word < letter).length);
  const hashes = words.map(hashOf);
  if (new Set(hashes.map((hash, i) => `${words[i]?.[0]}${hash}`)).size !== words.length) {
    throw new Error('two words of one letter have the same hash');
  }
  const text =
    begins.map((begin) => signsOf(begin, 2)).join('') +
    hashes.map((hash) => signsOf(hash, HASH_BITS / 6)).join('');
  return text.match(new RegExp(`.{1,${SIGNS_PER_LINE}}`, 'gs')) ?? [];
}

const target = new URL(`../${TARGET}`, import.meta.url);
const file = JSON.parse(readFileSync(target, 'utf8'));
const rule = file.rules.find((/** @type {{ detector?: object }} */ { detector }) => detector);
const options = { seedWords: tableOf(wordlist) };
if (process.argv.includes('--check')) {
  if (JSON.stringify(rule.detector.options) !== JSON.stringify(options)) {
    console.error(`${TARGET} is not what the data say; run: node scripts/generate-seed-words.mjs`);
    process.exitCode = 1;
  }
} else {
  rule.detector.options = options;
  writeFileSync(target, `${JSON.stringify(file, null, 2)}\n`);
  console.log(`wrote ${TARGET}: ${wordlist.length} words`);
}
