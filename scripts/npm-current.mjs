// Ends with 0 when node_modules holds exactly what the lockfile says, so that
// set-up can skip `npm ci`. npm keeps its own record of what it installed.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

/**
 * @param {string} path
 * @returns {Record<string, { optional?: boolean }> | undefined}
 */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Optional packages of other platforms are in the lockfile but never installed.
 * @param {Record<string, { optional?: boolean }>} wanted
 * @param {Record<string, unknown>} installed
 */
function current(wanted, installed) {
  const missing = Object.keys(wanted).filter(
    (path) => path !== '' && !wanted[path]?.optional && !(path in installed),
  );
  const different = Object.keys(installed).filter(
    (path) => !isDeepStrictEqual(installed[path], wanted[path]),
  );
  return missing.length === 0 && different.length === 0;
}

const wanted = read('package-lock.json');
const installed = read('node_modules/.package-lock.json');
process.exit(wanted && installed && current(wanted, installed) ? 0 : 1);
