// What is scanned and with what, as files in build/bench: every engine reads the same ones. They are
// made once; remove the folder to make them anew.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { makePatterns, toRuleFamily } from './corpus/patterns.mjs';
import { makePastes, makeTexts } from './corpus/texts.mjs';

const ROOT = new URL('../', import.meta.url);
const WORK = new URL('build/bench/', ROOT);
const TEXT_SIZE = 4_000_000;
/** In UTF-16 units. Ends every paste in the file; no paste holds it. */
const PASTE_END = '\0';

export const TEXT_NAMES = ['prose', 'source', 'chat'];
export const DEFAULT_DATABASE = new URL('build/database/sluice.db', ROOT).pathname;

/** @param {string} name */
const inputFile = (name) => new URL(name, WORK).pathname;

function writeTexts() {
  mkdirSync(WORK, { recursive: true });
  const texts = makeTexts(TEXT_SIZE);
  for (const name of TEXT_NAMES) writeFileSync(inputFile(`${name}.txt`), texts[name]);
  const pastes = makePastes(texts).map((paste) => paste.replaceAll(PASTE_END, ' ') + PASTE_END);
  writeFileSync(inputFile('pastes.bin'), pastes.join(''));
}

/** @returns {{ files: string[], texts: Record<string, string>, pastesFile: string, pastes: string[] }} */
export function readTexts() {
  const pastesFile = inputFile('pastes.bin');
  if (!existsSync(pastesFile)) writeTexts();
  const files = TEXT_NAMES.map((name) => inputFile(`${name}.txt`));
  const texts = Object.fromEntries(
    TEXT_NAMES.map((name, i) => [name, readFileSync(files[i], 'utf8')]),
  );
  const pastes = readFileSync(pastesFile, 'utf8').split(PASTE_END).slice(0, -1);
  return { files, texts, pastesFile, pastes };
}

/** The patterns of the default rules, as RE2 takes them. @returns {string[]} */
export function defaultPatterns() {
  const files = globSync('rules/*/*.json', { cwd: ROOT.pathname, absolute: true }).sort();
  return files
    .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')).rules ?? [])
    .flatMap(({ pattern }) => (pattern === undefined ? [] : [[pattern].flat().join('')]));
}

/**
 * `count` rules that are patterns and nothing else: the project's own, evenly chosen, and generated
 * ones where those do not suffice. Their patterns, and both forms as files.
 * @param {number} count
 */
export function patternRules(count) {
  const own = defaultPatterns();
  const step = Math.max(1, own.length / count);
  const chosen = own.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
  const generated = makePatterns(count).map((shape) => shape.pattern);
  const patterns = [...chosen, ...generated].slice(0, count);
  const folder = inputFile(`rules-${count}`);
  const patternsFile = inputFile(`patterns-${count}.txt`);
  const database = inputFile(`rules-${count}.db`);
  mkdirSync(`${folder}/secret`, { recursive: true });
  writeFileSync(patternsFile, `${patterns.join('\n')}\n`);
  writeFileSync(`${folder}/secret/generated.json`, JSON.stringify(toRuleFamily(patterns)));
  const sluicec = new URL('build/native/engine/sluicec', ROOT).pathname;
  execFileSync(sluicec, ['compile', folder, '-o', database], { stdio: ['ignore', 2, 2] });
  return { own: Math.min(chosen.length, count), patterns, patternsFile, database };
}
