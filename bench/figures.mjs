// Engines measured on every text and on the pastes, and their table.
import { TEXT_NAMES } from './inputs.mjs';
import { latency, throughput } from './measure.mjs';
import { figure, table } from './table.mjs';

/** Texts in MB/s, pastes in µs. */
export const COLUMNS = [...TEXT_NAMES, 'p50', 'p99'];
const HEADS = [...TEXT_NAMES.map((name) => `${name}, MB/s`), 'paste p50, µs', 'p99, µs'];

/** @typedef {Map<string, Record<string, number>>} Figures engine -> column -> figure */

/**
 * @param {readonly import('./measure.mjs').Engine[]} engines
 * @param {{ texts: Record<string, string>, pastes: readonly string[] }} inputs
 * @param {number} [piece] of a text that is scanned at once
 * @returns {Promise<Figures>}
 */
export async function measureEngines(engines, { texts, pastes }, piece) {
  const rows = new Map();
  for (const engine of engines) {
    const row = {};
    for (const name of TEXT_NAMES) row[name] = await throughput(engine, texts[name], piece);
    rows.set(engine.name, { ...row, ...(await latency(engine, pastes)) });
  }
  return rows;
}

/** @param {Figures} rows */
export function figuresTable(rows) {
  const cells = [...rows].map(([engine, row]) => [engine, ...COLUMNS.map((c) => figure(row[c]))]);
  return table(['engine', ...HEADS], cells);
}
