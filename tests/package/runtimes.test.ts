// The installed package in every runtime we name: by its name, from an empty folder, no network.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, suite, test } from 'node:test';
import { build } from 'esbuild';
import { installedFile, installPackage, place, ROOT } from './installed.js';

const packed = installPackage();
after(() => packed.remove());
const scenario = place(packed, 'scenario.js');
const require = createRequire(import.meta.url);

const FOUND = {
  values: ['jan@example.nl', '111222333'],
  redacted: 'mail [EMAIL_1], BSN [BSN_1]',
  restored: true,
};
const EXPECTED = { wasm: FOUND, js: FOUND, problem: 'invalid-rule', refusal: 'invalid-policy' };

/** The runtime's binary: it lies in whichever of its packages was made for this machine. */
function binary(runtime: string, path: string): string {
  const manifest = require(`${runtime}/package.json`);
  for (const name of Object.keys(manifest.optionalDependencies)) {
    const file = join(dirname(dirname(require.resolve(`${runtime}/package.json`))), name, path);
    if (existsSync(file)) return file;
  }
  throw new Error(`${runtime} has no binary for this machine`);
}

function output(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { cwd: packed.folder, encoding: 'utf8' });
}

suite('runtimes', () => {
  test('Node', () => {
    assert.deepEqual(JSON.parse(output(process.execPath, [scenario])), EXPECTED);
  });

  test('Node, from CommonJS', () => {
    const file = join(packed.folder, 'common.cjs');
    writeFileSync(
      file,
      `import('sluice').then(async ({ Guardrail }) => {
        const guardrail = await Guardrail.load();
        console.log(guardrail.scan('jan@acme.nl').findings.length);
      });`,
    );
    assert.equal(output(process.execPath, [file]), '1\n');
  });

  test('Node, from the command line', () => {
    const cli = join(packed.folder, 'node_modules/.bin/sluice');
    assert.match(output(cli, ['rules', 'list']), /^nl-bsn /m);
  });

  test('Deno, which may read files and nothing else', () => {
    const deno = binary('deno', 'deno');
    const args = ['run', '--node-modules-dir=manual', '--allow-read', '--no-remote', scenario];
    assert.deepEqual(JSON.parse(output(deno, args)), EXPECTED);
  });

  test('Bun', () => {
    const bun = binary('bun', 'bin/bun');
    assert.deepEqual(JSON.parse(output(bun, ['run', '--no-install', scenario])), EXPECTED);
  });

  test('workerd', async () => {
    const worker = place(packed, 'worker.js');
    const config = place(packed, 'worker.capnp');
    await build({
      entryPoints: [worker],
      outfile: join(packed.folder, 'worker.bundle.js'),
      bundle: true,
      format: 'esm',
      external: ['./sluice.wasm'],
      logLevel: 'error',
    });
    cpSync(installedFile(packed, 'wasm/dist/sluice.wasm'), join(packed.folder, 'sluice.wasm'));
    const workerd = binary('workerd', 'bin/workerd');
    output(workerd, ['test', config]); // fails when the worker's test does
  });
});

suite('types', () => {
  for (const [module, moduleResolution] of [
    ['NodeNext', 'NodeNext'],
    ['ESNext', 'Bundler'],
  ]) {
    test(`are strict under ${moduleResolution}`, () => {
      place(packed, 'types.ts');
      writeFileSync(
        join(packed.folder, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: {
            target: 'ES2022',
            lib: ['ES2022', 'DOM', 'ESNext.Disposable'],
            module,
            moduleResolution,
            strict: true,
            exactOptionalPropertyTypes: true,
            skipLibCheck: false,
            types: [],
            noEmit: true,
          },
          files: ['types.ts'],
        }),
      );
      output(join(ROOT, 'node_modules/.bin/tsc'), ['-p', packed.folder]);
    });
  }
});
