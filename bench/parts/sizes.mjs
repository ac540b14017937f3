// What is shipped, in bytes.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { table } from '../table.mjs';

const FILES = {
  'scanner (sluice.wasm without database)': 'build/wasm/wasm/abi/scanner.wasm',
  'default database': 'build/database/sluice.db',
  'default database, packed': 'build/database/sluice.packed',
  'sluice.wasm': 'wasm/dist/sluice.wasm',
  'sluice-compiler.wasm': 'wasm/dist/sluice-compiler.wasm',
  'scanner as JavaScript': 'wasm/dist/engine-js.js',
  'default database as JavaScript': 'wasm/dist/database-js.js',
};

const count = (/** @type {number} */ value) => value.toLocaleString('en');

export async function run() {
  const rows = Object.entries(FILES).map(([name, file]) => {
    const bytes = readFileSync(new URL(`../../${file}`, import.meta.url));
    const packed = [gzipSync(bytes, { level: 9 }), brotliCompressSync(bytes)];
    return [name, count(bytes.length), ...packed.map(({ length }) => count(length))];
  });
  return `## Sizes in bytes\n\n${table(['what', 'raw', 'gzip -9', 'brotli'], rows)}`;
}
