// What is scanned and with what, as files in build/bench: every engine reads the same ones. They are
// made once; remove the folder to make them anew.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
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

/** `count` of them, or all, evenly spread. @template T @param {readonly T[]} all @param {number} count */
function evenly(all, count) {
  const step = Math.max(1, all.length / count);
  return all.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

/** The patterns of the default rules, as RE2 takes them. @returns {string[]} */
export function defaultPatterns() {
  const files = globSync('rules/*/*.json', { cwd: ROOT.pathname, absolute: true }).sort();
  return files
    .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')).rules ?? [])
    .flatMap(({ pattern }) => (pattern === undefined ? [] : [[pattern].flat().join('')]));
}

function compile(folder, database) {
  const sluicec = new URL('build/native/engine/sluicec', ROOT).pathname;
  execFileSync(sluicec, ['compile', folder, '-o', database], { stdio: ['ignore', 2, 2] });
}

/**
 * `count` rules that are patterns and nothing else: the project's own, evenly chosen, and generated
 * ones where those do not suffice. Their patterns, and both forms as files.
 * @param {number} count
 */
export function patternRules(count) {
  const own = defaultPatterns();
  const chosen = evenly(own, count);
  const generated = makePatterns(count).map((shape) => shape.pattern);
  const patterns = [...chosen, ...generated].slice(0, count);
  const folder = inputFile(`rules-${count}`);
  const patternsFile = inputFile(`patterns-${count}.txt`);
  const database = inputFile(`rules-${count}.db`);
  mkdirSync(`${folder}/secret`, { recursive: true });
  writeFileSync(patternsFile, `${patterns.join('\n')}\n`);
  writeFileSync(`${folder}/secret/generated.json`, JSON.stringify(toRuleFamily(patterns)));
  compile(folder, database);
  return { own: Math.min(chosen.length, count), patterns, patternsFile, database };
}

/**
 * A database of the rules for secrets and no others, with all that belongs to them: `count`, evenly
 * chosen, or as many as there are.
 * @param {number} count
 */
export function secretRules(count) {
  const families = globSync('rules/secret/*.json', { cwd: ROOT.pathname, absolute: true })
    .sort()
    .map((file) => ({ name: basename(file), family: JSON.parse(readFileSync(file, 'utf8')) }));
  const chosen = new Set(
    evenly(
      families.flatMap(({ family }) => family.rules),
      count,
    ),
  );
  const folder = inputFile(`secrets-${chosen.size}`);
  const database = inputFile(`secrets-${chosen.size}.db`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(`${folder}/secret`, { recursive: true });
  copyFileSync(new URL('rules/words.json', ROOT), `${folder}/words.json`);
  for (const { name, family } of families) {
    const rules = family.rules.filter((rule) => chosen.has(rule));
    if (rules.length === 0) continue;
    writeFileSync(`${folder}/secret/${name}`, JSON.stringify({ ...family, rules }));
  }
  compile(folder, database);
  return { rules: chosen.size, database };
}
