// The programs of bench/native: they print a line of JSON per figure.
import { execFileSync } from 'node:child_process';
import { TEXT_NAMES } from '../inputs.mjs';

const FOLDER = new URL('../../build/bench-native/bench/native/', import.meta.url);

/** @typedef {'bench_own' | 'bench_peers'} Program */

/** @param {Program} program @param {readonly string[]} args */
function runNative(program, args) {
  const output = execFileSync(new URL(program, FOLDER).pathname, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return output
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/**
 * What a program measures, by engine: per text MB/s, of pastes p50 and p99 in µs.
 * @param {Program} program @param {string} source the database or the file of patterns
 * @param {{ files: readonly string[], pastesFile: string }} inputs
 * @returns {Map<string, Record<string, number>>}
 */
export function measureNative(program, source, { files, pastesFile }) {
  const rows = new Map();
  const put = (engine, figures) => rows.set(engine, { ...rows.get(engine), ...figures });
  for (const { engine, text, mbPerSecond } of runNative(program, ['texts', source, ...files])) {
    put(engine, { [TEXT_NAMES[files.indexOf(text)]]: mbPerSecond });
  }
  for (const { engine, p50, p99 } of runNative(program, ['pastes', source, pastesFile])) {
    put(engine, { p50, p99 });
  }
  return rows;
}
