// Our builds and their peers over the same patterns; no validators, no context.
import { runNative } from '../engines/native.mjs';
import { peerEngines } from '../engines/peers.mjs';
import { patternRules, readTexts, TEXT_NAMES } from '../inputs.mjs';
import { latency, throughput } from '../measure.mjs';
import { figure, table } from '../table.mjs';
import { COLUMNS, HEADS, measureOwn } from './throughput.mjs';

const BASE = 'sluice WASM';

function measureNativePeers(patternsFile, { files, pastesFile }) {
  const rows = new Map();
  const put = (engine, figures) => rows.set(engine, { ...rows.get(engine), ...figures });
  for (const line of runNative('bench_peers', ['texts', patternsFile, ...files])) {
    put(line.engine, { [TEXT_NAMES[files.indexOf(line.text)]]: line.mbPerSecond });
  }
  for (const { engine, p50, p99 } of runNative('bench_peers', [
    'pastes',
    patternsFile,
    pastesFile,
  ])) {
    put(engine, { p50, p99 });
  }
  return rows;
}

async function measurePeers(patterns, { texts, pastes }) {
  const rows = new Map();
  for (const engine of await peerEngines(patterns)) {
    const row = await latency(engine, pastes);
    for (const name of TEXT_NAMES) row[name] = await throughput(engine, texts[name]);
    rows.set(engine.name, row);
  }
  return rows;
}

/** How much better `base` is than `row`, per column. */
function ratios(base, row) {
  return COLUMNS.map((column) =>
    TEXT_NAMES.includes(column) ? base[column] / row[column] : row[column] / base[column],
  );
}

/** @param {readonly string[]} builds @param {number} count of rules @param {boolean} all peers, or only the native ones */
export async function run(builds, count, all) {
  const inputs = readTexts();
  const { own, patterns, patternsFile, database } = patternRules(count);
  const rows = new Map([
    ...(await measureOwn([...new Set([...builds, 'wasm'])], database, inputs)),
    ...measureNativePeers(patternsFile, inputs),
    ...(all ? await measurePeers(patterns, inputs) : []),
  ]);
  const base = rows.get(BASE);
  const cells = [...rows].map(([engine, row]) => [engine, ...COLUMNS.map((c) => figure(row[c]))]);
  const times = [...rows].map(([engine, row]) => [engine, ...ratios(base, row).map(figure)]);
  return [
    `## ${count} patterns and nothing else: ${own} of the project's own, ${count - own} generated\n`,
    table(['engine', ...HEADS], cells),
    `How many times better ${BASE} is:\n`,
    table(['than', ...COLUMNS], times),
  ].join('\n');
}
