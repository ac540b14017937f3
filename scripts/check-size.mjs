// No source file over 400 lines, so that each can be read in one sitting. Functions (70 lines) are
// held by Biome for TypeScript and by clang-tidy for C++.
import { listFiles, readText, runAsProgram } from './lib.mjs';

const LIMIT = 400;
const FOLDERS = [
  'engine',
  'wasm',
  'extension',
  'demo',
  'tests',
  'bench',
  'fuzz',
  'cmake',
  'scripts',
];
const SOURCE = /\.(cc|h|ts|tsx|mjs|js|css|html|cmake|sh)$|\/scripts\/[^./]+$|CMakeLists\.txt$/;
/** Tables of data have the length their data has. */
const TABLE = /_(table|tables|data)\.(cc|h)$|-(table|data)\.ts$/;

/**
 * @param {string} root
 * @returns {string[]} one line per file that is too long
 */
export function checkSize(root) {
  return FOLDERS.flatMap((folder) => listFiles(root, folder, SOURCE))
    .filter((path) => !TABLE.test(path))
    .map((path) => ({ path, lines: readText(root, path).split('\n').length - 1 }))
    .filter(({ lines }) => lines > LIMIT)
    .map(({ path, lines }) => `${path}: ${lines} lines, ${LIMIT} is the limit`);
}

runAsProgram(import.meta.url, 'size', checkSize);
