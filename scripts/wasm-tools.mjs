// What the build does with WebAssembly modules: binaryen's tools by name, and a custom section.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execPath } from 'node:process';

const bin = join(dirname(createRequire(import.meta.url).resolve('binaryen')), 'bin');
const FEATURES = [
  '--enable-simd',
  '--enable-bulk-memory',
  '--enable-sign-ext',
  '--enable-nontrapping-float-to-int',
  '--enable-mutable-globals',
];

/**
 * @param {string} tool
 * @param {readonly string[]} args
 */
export function runTool(tool, args) {
  execFileSync(execPath, [join(bin, tool), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/**
 * The names a module may export: what the list says, and what every module needs.
 * @param {string} list path of a file with one name per line
 */
export function exportNames(list) {
  return [...readFileSync(list, 'utf8').trim().split('\n'), 'memory', '_initialize'];
}

/**
 * Drops every export that is not in `list`, and what only those needed.
 * @param {string} input
 * @param {string} list
 * @param {string} output
 */
export function keepExports(input, list, output) {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-'));
  try {
    const names = exportNames(list);
    const graph = [
      { name: 'outside', root: true, reaches: names.map((name) => `export ${name}`) },
      ...names.map((name) => ({ name: `export ${name}`, export: name })),
    ];
    const graphFile = join(folder, 'graph.json');
    writeFileSync(graphFile, JSON.stringify(graph));
    runTool('wasm-metadce', [input, '--graph-file', graphFile, ...FEATURES, '-o', output]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {string} input
 * @param {readonly string[]} passes
 * @param {string} output
 */
export function optimize(input, passes, output) {
  runTool('wasm-opt', [input, ...FEATURES, ...passes, '--strip-producers', '-o', output]);
}

/**
 * `wasm` with one more custom section at its end.
 * @param {Uint8Array} wasm
 * @param {string} name
 * @param {Uint8Array} content
 */
export function withCustomSection(wasm, name, content) {
  const label = new TextEncoder().encode(name);
  const body = Buffer.concat([Buffer.from(leb128(label.length)), label, content]);
  return Buffer.concat([wasm, Buffer.from([0, ...leb128(body.length)]), body]);
}

/**
 * Unsigned LEB128, WebAssembly's way to write sizes.
 * @param {number} value
 * @returns {number[]}
 */
function leb128(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb128(value >>> 7)];
}
