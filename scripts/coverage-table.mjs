// Prints what llvm-cov exported: lines per folder, then the files with most
// lines that no test runs.
import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

const WORST = 12;

/** @typedef {{ count: number, covered: number }} Lines */
/** @typedef {{ filename: string, summary: { lines: Lines } }} Exported */

const [, , summary = '', root = ''] = process.argv;
/** @type {readonly Exported[]} */
const exported = JSON.parse(readFileSync(summary, 'utf8')).data[0].files;
const files = exported.map((file) => ({
  name: relative(root, file.filename),
  ...file.summary.lines,
}));

/** @param {readonly Lines[]} list @returns {Lines} */
function sum(list) {
  const count = list.reduce((total, file) => total + file.count, 0);
  const covered = list.reduce((total, file) => total + file.covered, 0);
  return { count, covered };
}

/** @param {string} name @param {Lines} lines */
function line(name, { count, covered }) {
  const percent = count === 0 ? 100 : (100 * covered) / count;
  console.log(
    `${percent.toFixed(1).padStart(6)} %  ${String(covered).padStart(6)}/${count}  ${name}`,
  );
}

/** @type {Map<string, Lines[]>} */
const folders = new Map();
for (const file of files) {
  const folder = dirname(file.name);
  folders.set(folder, [...(folders.get(folder) ?? []), file]);
}

for (const [folder, list] of [...folders].sort()) line(folder, sum(list));
line('all', sum(files));

console.log('\nMost lines not run:');
const missed = files.filter((file) => file.covered < file.count);
missed.sort((a, b) => b.count - b.covered - (a.count - a.covered));
for (const file of missed.slice(0, WORST)) line(file.name, file);
