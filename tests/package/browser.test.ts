// The package in pages: served as it is, and bundled. Every request is written down.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { build as esbuild } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { build as vite } from 'vite';
import { installedFile, installPackage, place } from './installed.js';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};
const FOUND = ['jan@example.nl', '111222333'];

const packed = installPackage();
const site = join(packed.folder, 'site');
let server: Server;
let browser: Browser;
let address: string;

/** Serves `site`; `?csp=...` is the page's policy. */
function startServer(): Promise<Server> {
  const started = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const file = join(site, decodeURIComponent(url.pathname));
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const policy = url.searchParams.get('csp');
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    if (policy !== null) response.setHeader('content-security-policy', policy);
    response.end(readFileSync(file));
  });
  return new Promise((resolve) => started.listen(0, '127.0.0.1', () => resolve(started)));
}

/** What the page writes into its title, and everything it asked for on the way. */
async function visit(path: string) {
  const page = await browser.newPage();
  try {
    const requests: string[] = [];
    page.on('request', (request) => {
      requests.push(new URL(request.url()).pathname);
    });
    await page.goto(address + path);
    await page.waitForFunction(() => document.title !== '');
    return { result: JSON.parse(await page.title()), requests };
  } finally {
    await page.close();
  }
}

before(async () => {
  mkdirSync(site);
  cpSync(installedFile(packed, 'wasm/dist'), join(site, 'sluice'), { recursive: true });
  place(packed, 'page.js', 'site/page.js');
  const html = (script: string) =>
    `<!doctype html><title></title><script type="module" src="${script}"></script>`;
  writeFileSync(join(site, 'page.html'), html('/page.js'));
  writeFileSync(join(site, 'worker.html'), html('/worker-page.js'));
  writeFileSync(
    join(site, 'worker-page.js'),
    `new Worker('/page.js', { type: 'module' }).onmessage = ({ data }) => { document.title = data; };`,
  );
  server = await startServer();
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    chromiumSandbox: false,
  });
});

after(async () => {
  await browser?.close();
  server?.close();
  packed.remove();
});

suite('a page', () => {
  test('loads the modules as they are and asks for nothing but its own files', async () => {
    const { result, requests } = await visit('/page.html');
    assert.deepEqual(result, { wasm: FOUND, js: FOUND });
    const others = requests.filter(
      (path) => !/^\/(?:page\.(?:html|js)|sluice\/[\w/.-]+)$/.test(path),
    );
    assert.deepEqual(others, []);
    assert.ok(requests.includes('/sluice/sluice.wasm'));
    assert.ok(!requests.includes('/sluice/sluice-compiler.wasm'), 'the compiler is lazy');
  });

  test('runs it in a worker', async () => {
    const { result } = await visit('/worker.html');
    assert.deepEqual(result, { wasm: FOUND, js: FOUND });
  });

  test('that allows WebAssembly by its policy runs both builds', async () => {
    const csp = encodeURIComponent("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'");
    const { result } = await visit(`/page.html?csp=${csp}`);
    assert.deepEqual(result, { wasm: FOUND, js: FOUND });
  });

  test('that forbids WebAssembly runs the JavaScript build', async () => {
    const csp = encodeURIComponent("default-src 'none'; script-src 'self'; connect-src 'self'");
    const { result } = await visit(`/page.html?csp=${csp}`);
    assert.deepEqual(result, { wasm: 'invalid-wasm', js: FOUND });
  });
});

suite('bundlers', () => {
  const entry = `import { Guardrail } from 'sluice';
    const text = 'mail jan@example.nl, BSN 111222333';
    const { findings } = (await Guardrail.load()).scan(text);
    document.title = JSON.stringify(findings.map(({ start, end }) => text.slice(start, end)));`;

  test('esbuild, with the module laid beside the bundle', async () => {
    const outdir = join(site, 'esbuild');
    writeFileSync(join(packed.folder, 'entry.js'), entry);
    await esbuild({
      entryPoints: [join(packed.folder, 'entry.js')],
      outdir,
      bundle: true,
      format: 'esm',
      logLevel: 'error',
    });
    cpSync(installedFile(packed, 'wasm/dist/sluice.wasm'), join(outdir, 'sluice.wasm'));
    writeFileSync(
      join(outdir, 'index.html'),
      '<!doctype html><title></title><script type="module" src="entry.js"></script>',
    );
    assert.deepEqual((await visit('/esbuild/index.html')).result, FOUND);
  });

  test('Vite, which finds the module by itself', async () => {
    const root = join(packed.folder, 'vite');
    mkdirSync(root);
    writeFileSync(join(root, 'entry.js'), entry);
    writeFileSync(
      join(root, 'index.html'),
      '<!doctype html><title></title><script type="module" src="/entry.js"></script>',
    );
    await vite({
      root,
      base: '/vite/',
      configFile: false,
      logLevel: 'error',
      build: { outDir: join(site, 'vite'), target: 'es2022' },
    });
    assert.deepEqual((await visit('/vite/index.html')).result, FOUND);
  });
});
