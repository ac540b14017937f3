// What the first paste of a fresh process or page costs.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { chromium } from 'playwright-core';
import { quantile } from './measure.mjs';

const RUNS = 9;
const ROOT = new URL('../', import.meta.url);
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html' };

/** Runs in Node or in a page: module bytes to first verdict, then a second after a warm-up. */
const STEPS = `async ({ Guardrail, bytes, text }) => {
  const begin = performance.now();
  const module = new WebAssembly.Module(bytes);
  const guardrail = Guardrail.loadSync(module);
  guardrail.scan(text);
  const first = performance.now() - begin;
  for (let i = 0; i < 5; i += 1) guardrail.scan(text);
  const again = performance.now();
  guardrail.scan(text);
  return { first, warm: performance.now() - again };
}`;
const TEXT = 'Goedemorgen, mijn mail is jan@post.example en de sleutel volgt. '.repeat(30);

function runInNode() {
  const script = `
    import { readFileSync } from 'node:fs';
    import { Guardrail } from 'sluice';
    const bytes = readFileSync('wasm/dist/sluice.wasm');
    console.log(JSON.stringify(await (${STEPS})({ Guardrail, bytes, text: ${JSON.stringify(TEXT)} })));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
  });
  return JSON.parse(output.toString());
}

const PAGE = `<!doctype html><script type="module">
  import { Guardrail } from '/wasm/dist/index.js';
  const bytes = await (await fetch('/wasm/dist/sluice.wasm')).arrayBuffer();
  window.result = await (${STEPS})({ Guardrail, bytes, text: ${JSON.stringify(TEXT)} });
</script>`;

function serve() {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    response.setHeader('content-type', TYPES[extname(path)] ?? 'text/html');
    response.end(path === '/' ? PAGE : readFileSync(new URL(`.${path}`, ROOT)));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

async function runInPage(address) {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    chromiumSandbox: false,
  });
  const page = await browser.newPage();
  await page.goto(address);
  const result = await (await page.waitForFunction(() => window.result)).jsonValue();
  await browser.close();
  return result;
}

const medians = (results) => ({
  first: quantile(
    results.map((r) => r.first),
    0.5,
  ),
  warm: quantile(
    results.map((r) => r.warm),
    0.5,
  ),
});

/** Medians in milliseconds over fresh processes and fresh browsers. */
export async function coldStarts() {
  const node = Array.from({ length: RUNS }, runInNode);
  const server = await serve();
  const chromiumRuns = [];
  for (let i = 0; i < RUNS; i += 1)
    chromiumRuns.push(await runInPage(`http://127.0.0.1:${server.address().port}/`));
  server.close();
  return { node: medians(node), chromium: medians(chromiumRuns) };
}
