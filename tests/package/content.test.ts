// What is in the tarball, and how large it is.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { after, suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { installPackage, readInstalled } from './installed.js';

const packed = installPackage();
after(() => packed.remove());
const paths = packed.files.map(({ path }) => path);

suite('tarball', () => {
  test('holds what is built, the papers and nothing else', () => {
    const allowed =
      /^(?:LICENSE|NOTICE|README\.md|package\.json|wasm\/dist\/[\w./-]+\.(?:js|d\.ts|wasm|json))$/;
    assert.deepEqual(
      paths.filter((path) => !allowed.test(path)),
      [],
    );
  });

  test('holds every file that package.json speaks of', () => {
    for (const path of [
      'wasm/dist/index.js',
      'wasm/dist/index.d.ts',
      'wasm/dist/js.js',
      'wasm/dist/js.d.ts',
      'wasm/dist/sluice.wasm',
      'wasm/dist/sluice-compiler.wasm',
      'wasm/dist/rules.json',
      'wasm/dist/cli/main.js',
      'wasm/dist/i18n/nl.json',
      'wasm/dist/engine-js.js',
      'wasm/dist/database-js.js',
    ]) {
      assert.ok(paths.includes(path), path);
    }
  });

  test('depends on nothing and runs nothing on install', () => {
    const manifest = JSON.parse(readInstalled(packed, 'package.json').toString());
    for (const field of ['dependencies', 'optionalDependencies', 'peerDependencies']) {
      assert.equal(manifest[field], undefined, field);
    }
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) {
      assert.equal(manifest.scripts[script], undefined, script);
    }
  });

  test('is under 1 MB without the JavaScript build', () => {
    const JS_BUILD = /(?:engine|database)-js\.js$/;
    const size = paths
      .filter((path) => !JS_BUILD.test(path))
      .reduce((sum, path) => sum + gzipSync(readInstalled(packed, path)).length, 0);
    assert.ok(size < 1_000_000, `${size} bytes`);
    assert.ok(statSync(packed.tarball).size < 2_000_000);
  });

  test('makes no code from text', () => {
    for (const path of paths.filter((name) => name.endsWith('.js'))) {
      assert.doesNotMatch(
        readInstalled(packed, path).toString(),
        /\beval\s*\(|new Function\b/,
        path,
      );
    }
  });
});
