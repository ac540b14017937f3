// The programs of bench/native: they print a line of JSON per figure.
import { execFileSync } from 'node:child_process';

const FOLDER = new URL('../../build/bench-native/bench/native/', import.meta.url);

/** @param {'bench_own' | 'bench_peers'} program @param {readonly string[]} args */
export function runNative(program, args) {
  const output = execFileSync(new URL(program, FOLDER).pathname, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return output
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
