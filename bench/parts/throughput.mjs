// Our three builds with the default rules: what a change to the scanner does.
import { ownEngines, ownNative } from '../engines/own.mjs';
import { DEFAULT_DATABASE, readTexts, TEXT_NAMES } from '../inputs.mjs';
import { latency, throughput } from '../measure.mjs';
import { figure, table } from '../table.mjs';

/** engine -> column -> figure; columns are the texts (MB/s) and p50, p99 (µs). */
export async function measureOwn(builds, database, { files, texts, pastesFile, pastes }) {
  const rows = new Map();
  const put = (engine, figures) => rows.set(engine, { ...rows.get(engine), ...figures });
  for (const { engine, text, mbPerSecond } of ownNative(builds, 'texts', database, ...files)) {
    put(engine, { [TEXT_NAMES[files.indexOf(text)]]: mbPerSecond });
  }
  for (const { engine, p50, p99 } of ownNative(builds, 'pastes', database, pastesFile)) {
    put(engine, { p50, p99 });
  }
  for (const engine of await ownEngines(builds, database)) {
    for (const name of TEXT_NAMES) {
      put(engine.name, { [name]: await throughput(engine, texts[name]) });
    }
    put(engine.name, await latency(engine, pastes));
  }
  return rows;
}

export const COLUMNS = [...TEXT_NAMES, 'p50', 'p99'];
export const HEADS = [...TEXT_NAMES.map((name) => `${name}, MB/s`), 'paste p50, µs', 'p99, µs'];

/** @param {readonly string[]} builds */
export async function run(builds) {
  const rows = await measureOwn(builds, DEFAULT_DATABASE, readTexts());
  const cells = [...rows].map(([engine, row]) => [engine, ...COLUMNS.map((c) => figure(row[c]))]);
  return `## Own builds, all default rules\n\n${table(['engine', ...HEADS], cells)}`;
}
