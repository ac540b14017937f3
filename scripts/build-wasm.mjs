// build-wasm.mjs finish WASM EXPORTS LEVEL FILE   what Emscripten built, without the exports that are
//                                                 only for its own glue, optimised once more
// build-wasm.mjs embed WASM PACKED FILE           the scanner's module with the packed default database in it
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { deflateSync } from 'node:zlib';
import { keepExports, optimize, withCustomSection } from './wasm-tools.mjs';

const DATABASE_SECTION = 'sluice.database';

/** Of a packed database, in bytes; see engine/include/sluice/packed_database.h. */
const HEADER_SIZE = 12;

/** A packed database with a stream in place of its columns. @param {Buffer} packed */
function deflateColumns(packed) {
  const stream = deflateSync(packed.subarray(HEADER_SIZE), { level: 9 });
  return Buffer.concat([packed.subarray(0, HEADER_SIZE), stream]);
}

/** @type {Record<string, (...args: string[]) => void>} */
const commands = {
  finish: (input, exports, level, output) => {
    const slim = `${input}.slim.wasm`;
    keepExports(input, exports, slim);
    optimize(slim, [level], output);
    rmSync(slim);
  },
  embed: (input, database, output) => {
    const wasm = readFileSync(input);
    const packed = deflateColumns(readFileSync(database));
    writeFileSync(output, withCustomSection(wasm, DATABASE_SECTION, packed));
  },
};

const [name = '', ...args] = argv.slice(2);
const command = commands[name];
if (command === undefined || args.length !== command.length) throw new Error('see the first lines');
command(...args);
