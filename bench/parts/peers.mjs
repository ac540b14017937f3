// Our builds and their peers over the same patterns; no validators, no context.
import { measureNative } from '../engines/native.mjs';
import { peerEngines } from '../engines/peers.mjs';
import { COLUMNS, figuresTable, measureEngines } from '../figures.mjs';
import { patternRules, readTexts, TEXT_NAMES } from '../inputs.mjs';
import { figure, table } from '../table.mjs';
import { measureOwn } from './throughput.mjs';

const BASE = 'sluice WASM';

/** How much better `base` is than `row`, per column. */
function ratios(base, row) {
  return COLUMNS.map((column) =>
    TEXT_NAMES.includes(column) ? base[column] / row[column] : row[column] / base[column],
  );
}

/** How many times better one engine is than each. @param {import('../figures.mjs').Figures} rows */
export function ratioTable(rows, name) {
  const base = rows.get(name);
  const times = [...rows].map(([engine, row]) => [engine, ...ratios(base, row).map(figure)]);
  return `How many times better ${name} is:\n\n${table(['than', ...COLUMNS], times)}`;
}

/** @param {readonly string[]} builds @param {number} count of rules @param {boolean} all peers, or only the native ones */
export async function run(builds, count, all) {
  const inputs = readTexts();
  const { own, patterns, patternsFile, database } = patternRules(count);
  const rows = new Map([
    ...(await measureOwn([...new Set([...builds, 'wasm'])], database, inputs)),
    ...measureNative('bench_peers', patternsFile, inputs),
    ...(all ? await measureEngines(await peerEngines(patterns), inputs) : []),
  ]);
  return [
    `## ${count} patterns and nothing else: ${own} of the project's own, ${count - own} generated\n`,
    figuresTable(rows),
    ratioTable(rows, BASE),
  ].join('\n');
}
