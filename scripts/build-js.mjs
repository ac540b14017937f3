// build-js.mjs engine WASM FILE      the scanner's module as JavaScript
// build-js.mjs database DATABASE FILE  the default database as a JavaScript string
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { transformSync } from 'esbuild';
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
  const source = asFunction(readFileSync(raw, 'utf8'));
  writeFileSync(output, `// Made from the scanner's WebAssembly module by wasm2js.\n${source}`);
  for (const file of [slim, raw]) rmSync(file);
}

/**
 * The same without what wasm2js wraps its code in: V8 would skim all of it once for each function
 * around it. Brackets tell it to read this one at once.
 * @param {string} source
 */
function asFunction(source) {
  const [, helpers, body] =
    /^function initActiveSegments[^}]*\}$([\s\S]*)^function asmFunc\(imports\) \{$([\s\S]*)^\}$/m.exec(
      source,
    ) ?? [];
  const calls = source.match(/base64DecodeToExistingUint8Array\(bufferView.*/g);
  if (body === undefined || calls === null) throw new Error('wasm2js writes otherwise now');
  if (/\b(?:eval|Function)\s*\(/.test(body)) throw new Error('the engine must not make code');
  const { begin, bytes } = joinSegments(calls);
  const engine = `function instantiate(imports) {
let bufferView;
function initActiveSegments() { bufferView.set(decode(DATA), ${begin}); }
${helpers}${body}}`;
  return minify(`${DECODE}
const DATA = ${asText(bytes)};
export const instantiate = (${engine});
`);
}

/**
 * What wasm2js puts into memory piece by piece, as one. The gaps are zeros.
 * @param {readonly string[]} calls
 */
function joinSegments(calls) {
  const segments = calls.map((call) => {
    const [, offset, text] = /bufferView, (\d+), "(.*)"\)/.exec(call) ?? [];
    if (offset === undefined || text === undefined) throw new Error(`what is ${call}?`);
    return { offset: Number(offset), content: Buffer.from(text, 'base64') };
  });
  const begin = Math.min(...segments.map(({ offset }) => offset));
  const end = Math.max(...segments.map(({ offset, content }) => offset + content.length));
  const bytes = Buffer.alloc(end - begin);
  for (const { offset, content } of segments) content.copy(bytes, offset - begin);
  return { begin, bytes };
}

/**
 * Without the third of the text that is white space and long names, all of which a page would read
 * before its first paste.
 * @param {string} source
 */
function minify(source) {
  return transformSync(source, { minifyWhitespace: true, minifyIdentifiers: true }).code;
}

/**
 * Base64 is the larger text, but plain ASCII, which is half the work to read, and a young engine
 * decodes it by itself.
 * @param {Buffer} bytes
 */
const asText = (bytes) => `'${bytes.toString('base64')}'`;

const DECODE = `function decode(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}`;

/**
 * @param {string} input
 * @param {string} output
 */
function writeDatabase(input, output) {
  writeFileSync(
    output,
    `// The default rule database.
const TEXT = ${asText(readFileSync(input))};

${DECODE}

export const database = () => decode(TEXT);
`,
  );
}

const [what, input, output] = argv.slice(2);
if (input === undefined || output === undefined) throw new Error('give what, input and output');
if (what === 'engine') writeEngine(input, output);
else if (what === 'database') writeDatabase(input, output);
else throw new Error(`there is nothing called ${what} to build`);
