// The border between C++ and TypeScript: names, sizes and what the modules ask for.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { RECORD_SIZE, readRecord } from '../../wasm/dist/marshal.js';
import { ROOT, readDist, scanner } from './support.js';

const ABI = join(ROOT, 'wasm/abi');

function lines(file: string): readonly string[] {
  return readFileSync(join(ABI, file), 'utf8').trim().split('\n');
}

function declared(header: string): readonly string[] {
  const text = readFileSync(join(ABI, header), 'utf8').replace(/\/\/.*/g, '');
  return [...new Set([...text.matchAll(/\b(sluice_\w+)\(/g)].map(([, name]) => String(name)))];
}

function exportsOf(module: WebAssembly.Module): readonly string[] {
  return WebAssembly.Module.exports(module)
    .map(({ name }) => name)
    .sort();
}

function importsOf(module: WebAssembly.Module): readonly string[] {
  return WebAssembly.Module.imports(module)
    .map(({ module: from, name }) => `${from}.${name}`)
    .sort();
}

suite('C interface', () => {
  const compiler = new WebAssembly.Module(readDist('sluice-compiler.wasm'));
  const always = ['_initialize', 'memory'];

  test('the scanner exports what the list and the header say', () => {
    const listed = lines('exports.txt');
    assert.deepEqual(exportsOf(scanner()), [...always, ...listed].sort());
    assert.deepEqual([...declared('abi.h')].sort(), [...listed].sort());
  });

  test('the compiler exports what the list and the header say', () => {
    const listed = lines('compiler_exports.txt');
    const shared = listed.filter((name) => !/compiler|policy|output/.test(name));
    assert.deepEqual(exportsOf(compiler), [...always, ...listed].sort());
    assert.deepEqual([...declared('compiler_abi.h'), ...shared].sort(), [...listed].sort());
  });

  test('the scanner needs nothing of its host but room and a way to give up', () => {
    assert.deepEqual(importsOf(scanner()), [
      'env.emscripten_notify_memory_growth',
      'wasi_snapshot_preview1.proc_exit',
    ]);
  });

  test('the compiler asks for nothing that reads, connects or waits', () => {
    assert.deepEqual(importsOf(compiler), [
      'env.emscripten_notify_memory_growth',
      'wasi_snapshot_preview1.clock_time_get',
      'wasi_snapshot_preview1.proc_exit',
    ]);
  });

  test('the JavaScript engine has the same exports', async () => {
    const { instantiate } = await import('../../wasm/dist/engine-js.js' as string);
    const { IMPORTS } = await import('../../wasm/dist/imports.js');
    const names = Object.keys(instantiate(IMPORTS)).sort();
    assert.deepEqual(names, exportsOf(scanner()));
  });

  test('no module is over 600 KB, the rules in it included', () => {
    for (const name of ['sluice.wasm', 'sluice-compiler.wasm']) {
      const size = readDist(name).length;
      assert.ok(size < 600_000, `${name}: ${size}`);
    }
  });

  test('the embedded database is the one sluicec packed', () => {
    const [database] = WebAssembly.Module.customSections(scanner(), 'sluice.database');
    assert.ok(database);
    const columns = inflateSync(Buffer.from(database).subarray(12));
    const packed = readFileSync(join(ROOT, 'build/database/sluice.packed'));
    assert.deepEqual(columns, packed.subarray(12));
  });
});

suite('record of a finding', () => {
  test('has the size that the header says', () => {
    const size = /SLUICE_FINDING_SIZE (\d+)u/.exec(readFileSync(join(ABI, 'abi.h'), 'utf8'))?.[1];
    assert.equal(RECORD_SIZE, Number(size));
  });

  test('is read field by field', () => {
    const view = new DataView(new ArrayBuffer(RECORD_SIZE));
    [7, 10, 20].forEach((word, index) => {
      view.setUint32(index * 4, word, true);
    });
    [2, 3, 1, 9].forEach((byte, index) => {
      view.setUint8(12 + index, byte);
    });
    [2, 1, 100, 4, 0xffffffff].forEach((word, index) => {
      view.setUint32(16 + index * 4, word, true);
    });
    [1, 5].forEach((byte, index) => {
      view.setUint8(52 + index, byte);
    });
    assert.deepEqual(readRecord(view, 0), {
      rule: 7,
      begin: 10,
      end: 20,
      confidence: 2,
      action: 3,
      testValue: true,
      language: 9,
      evidence: [
        { kind: 1, name: 100 },
        { kind: 4, name: 0xffffffff },
      ],
      decoded: [1, 5],
    });
  });

  test('never reads more evidence than it has room for', () => {
    const view = new DataView(new ArrayBuffer(RECORD_SIZE));
    view.setUint32(16, 1000, true);
    assert.equal(readRecord(view, 0).evidence.length, 4);
  });
});
