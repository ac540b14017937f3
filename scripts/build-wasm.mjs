// build-wasm.mjs finish WASM EXPORTS LEVEL FILE   what Emscripten built, without the exports that are
//                                                 only for its own glue, optimised once more
// build-wasm.mjs embed WASM DATABASE FILE         the scanner's module with the default database in it
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { deflateSync } from 'node:zlib';
import { keepExports, optimize, withCustomSection } from './wasm-tools.mjs';

const DATABASE_SECTION = 'sluice.database';

/** As engine/include/sluice/packed_database.h has it. @param {Buffer} database */
function packDatabase(database) {
  const header = Buffer.alloc(8);
  header.write('SLDZ', 'latin1');
  header.writeUInt32LE(database.length, 4);
  return Buffer.concat([header, deflateSync(database, { level: 9 })]);
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
    const packed = packDatabase(readFileSync(database));
    writeFileSync(output, withCustomSection(wasm, DATABASE_SECTION, packed));
  },
};

const [name = '', ...args] = argv.slice(2);
const command = commands[name];
if (command === undefined || args.length !== command.length) throw new Error('see the first lines');
command(...args);
