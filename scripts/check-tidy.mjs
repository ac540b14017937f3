// Runs clang-tidy over our C++, skipping what it found clean before: a file is looked at again when
// it, a header of ours that it includes, its flags or the settings changed.
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { listFiles } from './lib.mjs';

const root = process.cwd();
const database = 'build/native/compile_commands.json';
const cache = 'build/tidy';
const folders = ['engine', 'wasm/abi', 'tests/engine', 'fuzz'];
const includeDirs = ['engine/include', 'engine', 'tests/engine', 'fuzz', 'wasm', 'wasm/abi', '.'];
const settings = ['.clang-tidy', 'tests/engine/.clang-tidy'];
const version = execFileSync('clang-tidy', ['--version'], { encoding: 'utf8' });

/** @type {Map<string, string>} */
const commands = new Map(
  JSON.parse(readFileSync(database, 'utf8')).map(
    (/** @type {{ file: string, command: string }} */ entry) => [
      relative(root, entry.file),
      entry.command,
    ],
  ),
);

/**
 * The file and every header of ours it reaches.
 * @param {string} path
 * @param {Set<string>} seen
 */
function closure(path, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(
    /^\s*#\s*include\s*"([^"]+)"/gm,
  )) {
    const found = [dirname(path), ...includeDirs]
      .map((folder) => join(folder, name))
      .find((candidate) => existsSync(candidate));
    if (found !== undefined) closure(found, seen);
  }
  return seen;
}

/** Files that only Emscripten compiles have no native command: they get the flags all share. */
const sharedFlags = ['--', '-std=c++20', ...includeDirs.map((folder) => `-I${folder}`)];

/** @param {string} path */
function keyOf(path) {
  const hash = createHash('sha256')
    .update(version)
    .update(commands.get(path) ?? sharedFlags.join());
  for (const part of [...settings, ...closure(path)]) hash.update(part).update(readFileSync(part));
  return join(cache, hash.digest('hex'));
}

/** @param {string} path */
async function tidy(path) {
  const where = commands.has(path) ? ['-p', dirname(database)] : [];
  const flags = commands.has(path) ? [] : sharedFlags;
  try {
    await promisify(execFile)('clang-tidy', ['--quiet', ...where, path, ...flags]);
    return '';
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  }
}

mkdirSync(cache, { recursive: true });
const sources = folders
  .flatMap((folder) => listFiles(root, folder, /\.cc$/))
  .filter((path) => commands.has(path) || path.startsWith('wasm/abi/'));
const queue = sources
  .map((path) => ({ path, key: keyOf(path) }))
  .filter(({ key }) => !existsSync(key));
const count = queue.length;
let failed = 0;

async function work() {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const output = await tidy(next.path);
    if (output === '') writeFileSync(next.key, '');
    else {
      failed += 1;
      console.error(output);
    }
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
console.log(`tidy: ${sources.length} files, ${count} looked at, ${failed} with problems`);
process.exitCode = failed === 0 ? 0 : 1;
