// What the checks and generators beside it share: which files there are, what a
// module imports, how problems are told, and how a made file is kept.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';

const SKIPPED = new Set(['node_modules', '.git', 'build', 'dist', '.output', '.wxt']);

/**
 * Paths of all files below `root/folder`, relative to `root`, in a fixed order. Built things are
 * left out unless `built` asks for nothing else to be skipped.
 * @param {string} root
 * @param {string} folder
 * @param {RegExp} pattern
 * @param {{ built?: boolean }} [options]
 * @returns {string[]}
 */
export function listFiles(root, folder, pattern, options = {}) {
  const found = [];
  const open = [join(root, folder)];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const info = statSync(path, { throwIfNoEntry: false });
    if (info === undefined) continue;
    if (info.isDirectory()) {
      const names = readdirSync(path).filter((name) => options.built || !SKIPPED.has(name));
      open.push(...names.map((name) => join(path, name)));
    } else if (pattern.test(path)) {
      found.push(relative(root, path));
    }
  }
  return found.sort();
}

/**
 * @param {string} root
 * @param {string} path
 */
export function readText(root, path) {
  return readFileSync(join(root, path), 'utf8');
}

/**
 * @typedef {object} Module
 * @property {readonly { name: string, line: number }[]} imports also re-exports and `import('x')`
 * @property {(visitor: import('oxc-parser').VisitorObject) => void} visit
 * @property {(offset: number) => number} lineOf
 */

/**
 * @param {string} path
 * @param {string} text
 * @returns {Module}
 */
export function parseModule(path, text) {
  const { module, program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const lineOf = (/** @type {number} */ offset) => text.slice(0, offset).split('\n').length;
  const requests = [
    ...module.staticImports.map((entry) => entry.moduleRequest),
    ...module.staticExports.flatMap((entry) =>
      entry.entries.flatMap((part) => (part.moduleRequest ? [part.moduleRequest] : [])),
    ),
  ].map((request) => ({ name: request.value, line: lineOf(request.start) }));
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
    name: text.slice(start, end).replace(/^['"`]|['"`]$/g, ''),
    line: lineOf(start),
  }));
  return {
    imports: [...requests, ...dynamic],
    visit: (visitor) => new Visitor(visitor).visit(program),
    lineOf,
  };
}

/**
 * Runs a check when its file is the program: prints what is wrong and sets the exit status.
 * @param {string} url `import.meta.url` of the check
 * @param {string} name
 * @param {(root: string) => string[]} check gives one line per problem
 */
export function runAsProgram(url, name, check) {
  if (argv[1] === undefined || pathToFileURL(argv[1]).href !== url) return;
  const problems = check(process.cwd());
  for (const problem of problems) console.error(problem);
  console.log(problems.length === 0 ? `${name}: clean` : `${name}: ${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

/**
 * Writes a file that a script makes; with `--check`, fails when the file is not that.
 * @param {string} path from the repository's root
 * @param {string} text
 * @param {string} script its name, without the ending
 */
export function writeOrCheck(path, text, script) {
  const file = new URL(`../${path}`, import.meta.url);
  if (!argv.includes('--check')) {
    writeFileSync(file, text);
    console.log(`wrote ${path}`);
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${path} is not what its sources say; run: node scripts/${script}.mjs`);
    process.exitCode = 1;
  }
}
