// build-js.mjs engine WASM FILE      the scanner's module as JavaScript
// build-js.mjs database DATABASE FILE  the default database as a JavaScript string
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { keepExports, runTool } from './wasm-tools.mjs';

/** V8 leaves functions unoptimised that inlining made too large: ten times slower. */
const SMALL_FUNCTIONS = '--one-caller-inline-max-function-size=300';

/**
 * wasm2js writes one instance as a module; we need a function that makes instances.
 * @param {string} input
 * @param {string} output
 */
function writeEngine(input, output) {
  const slim = `${input}.slim.wasm`; // wasm2js goes by the suffix
  const raw = `${input}.js`;
  keepExports(input, 'wasm/abi/exports.txt', slim);
  runTool('wasm2js', [slim, '-O3', SMALL_FUNCTIONS, '--pedantic', '-o', raw]);
  writeFileSync(output, asFunction(readFileSync(raw, 'utf8')));
  for (const file of [slim, raw]) rmSync(file);
}

/** @param {string} source */
function asFunction(source) {
  const body = source.replace(/^import .*\n/gm, '').replace(/^var retasmFunc = [\s\S]*/m, '');
  if (!body.includes('function asmFunc(imports)')) throw new Error('wasm2js writes otherwise now');
  if (/\b(?:eval|Function)\s*\(/.test(body)) throw new Error('the engine must not make code');
  return `// Made from the scanner's WebAssembly module by wasm2js.
export function instantiate(hostImports) {
${body}
return asmFunc(hostImports);
}
`;
}

/**
 * One printable character per byte, so that nothing but quote and backslash needs an escape:
 * 0x00-0x5E as U+0020-U+007E, 0x5F-0xFF as U+00A0-U+0140. Decoding is a loop over charCodeAt.
 * @param {string} input
 * @param {string} output
 */
function writeDatabase(input, output) {
  const bytes = readFileSync(input);
  let text = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte < 0x5f ? byte + 0x20 : byte + 0x41);
    text += character === "'" || character === '\\' ? `\\${character}` : character;
  }
  writeFileSync(
    output,
    `// The default rule database, one character per byte.
const TEXT =
  '${text}';

export function database() {
  const bytes = new Uint8Array(TEXT.length);
  for (let index = 0; index < bytes.length; index += 1) {
    const code = TEXT.charCodeAt(index);
    bytes[index] = code < 0x7f ? code - 0x20 : code - 0x41;
  }
  return bytes;
}
`,
  );
}

const [what, input, output] = argv.slice(2);
if (input === undefined || output === undefined) throw new Error('give what, input and output');
if (what === 'engine') writeEngine(input, output);
else if (what === 'database') writeDatabase(input, output);
else throw new Error(`there is nothing called ${what} to build`);
