// What the first paste of a fresh process or page costs, and what RE2 would cost there.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { chromium } from 'playwright-core';
import { defaultPatterns, readTexts } from '../inputs.mjs';
import { quantile } from '../measure.mjs';
import { figure, table } from '../table.mjs';

const RUNS = 15;
const RE2_RUNS = 5; // takes seconds
const ROOT = new URL('../../', import.meta.url);
const RE2_MODULE = 'build/bench-wasm/bench/native/bench_re2.wasm';
/** `sluice/js` and all it imports, as a content script carries it. */
const JS_BUNDLE = 'build/bench/sluice-js.js';
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm' };
/** 2,000 characters of prose and an address. */
const makeText = () =>
  `${readTexts().texts.prose.slice(0, 1960)} Mail me: jan.smit@post.example. Bye`;

/** Functions that run in Node or in a page, as text. `read` gives a file's bytes. */
const STEPS = {
  WASM: `async (read) => {
    const { Guardrail } = await import('sluice');
    const bytes = await read('wasm/dist/sluice.wasm');
    return steps(() => new WebAssembly.Module(bytes), (module) => Guardrail.loadSync(module));
  }`,
  // As for WebAssembly, the bytes are there when the clock starts; reading them counts.
  JS: `async (read) => {
    const bytes = await read('${JS_BUNDLE}');
    const script = URL.createObjectURL(new Blob([bytes], { type: 'text/javascript' }));
    const file = typeof window === 'undefined' ? '${new URL(JS_BUNDLE, ROOT)}' : script;
    const begin = performance.now();
    const { loadJs } = await import(file);
    const compile = performance.now() - begin;
    const result = steps(() => undefined, () => loadJs());
    return { ...result, compile, first: result.first + compile };
  }`,
  RE2: `async (read) => {
    const bytes = await read('${RE2_MODULE}');
    const text = new TextEncoder().encode(PATTERNS.join('\\n'));
    const stub = new Proxy({}, { get: () => () => 0 });
    const begin = performance.now();
    const module = new WebAssembly.Module(bytes);
    const compile = performance.now() - begin;
    const imports = new Proxy({}, { get: () => stub });
    const { exports } = new WebAssembly.Instance(module, imports);
    exports._initialize?.();
    const pointer = exports.re2_alloc(text.length);
    new Uint8Array(exports.memory.buffer, pointer, text.length).set(text);
    exports.re2_compile(pointer, text.length);
    const first = performance.now() - begin;
    return { compile, first, memory: exports.memory.buffer.byteLength };
  }`,
};

/** What all of them use. @param {string} text */
const commonScript = (text) => `
const TEXT = ${JSON.stringify(text)};
const PATTERNS = ${JSON.stringify(defaultPatterns())};
let memory;
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...args) { super(...args); memory = this.exports.memory; }
};
function steps(compileModule, load) {
  const begin = performance.now();
  const module = compileModule();
  const compiled = performance.now();
  const guardrail = load(module);
  const loaded = performance.now();
  guardrail.scan(TEXT);
  const first = performance.now();
  while (performance.now() - first < 4) guardrail.scan(TEXT);
  const again = performance.now();
  for (let i = 0; i < 10; i += 1) guardrail.scan(TEXT);
  const warm = (performance.now() - again) / 10;
  return { compile: compiled - begin, load: loaded - compiled, scan: first - loaded,
    first: first - begin, warm, memory: memory?.buffer.byteLength };
}`;

const nodeScript = (common, steps) => `
import { readFileSync } from 'node:fs';
${common}
console.log(JSON.stringify(await (${steps})((file) => readFileSync(file))));`;

const page = (common, steps) => `<!doctype html>
<script type="importmap">{"imports":{"sluice":"/wasm/dist/index.js"}}</script>
<script type="module">
${common}
const read = async (file) => new Uint8Array(await (await fetch('/' + file)).arrayBuffer());
window.result = await (${steps})(read);
</script>`;

function runInNode(common, steps) {
  const output = execFileSync(
    process.execPath,
    ['--input-type=module', '-e', nodeScript(common, steps)],
    {
      cwd: ROOT,
    },
  );
  return JSON.parse(output.toString());
}

/** Serves the repository and, at /NAME, a page that runs those steps. Isolated: finer clocks. */
function serve(common) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    const steps = STEPS[path.slice(1)];
    const type = TYPES[extname(path)];
    if (steps === undefined && type === undefined) {
      response.writeHead(404).end(); // browsers ask for an icon
      return;
    }
    response.setHeader('content-type', type ?? 'text/html');
    response.end(
      steps === undefined ? readFileSync(new URL(`.${path}`, ROOT)) : page(common, steps),
    );
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

/** A new context is a new process. */
async function runInPage(browser, address) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(address);
  const result = await (await tab.waitForFunction(() => window.result)).jsonValue();
  await context.close();
  return result;
}

const runsOf = (name) => (name === 'RE2' ? RE2_RUNS : RUNS);

function medians(results) {
  const names = Object.keys(results[0]);
  const median = (name) =>
    quantile(
      results.map((result) => result[name]),
      0.5,
    );
  return Object.fromEntries(names.map((name) => [name, median(name)]));
}

async function measureChromium(common, names) {
  const server = await serve(common);
  const { port } = server.address();
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    chromiumSandbox: false,
  });
  const rows = [];
  for (const name of names) {
    const results = [];
    for (let i = 0; i < runsOf(name); i += 1)
      results.push(await runInPage(browser, `http://127.0.0.1:${port}/${name}`));
    rows.push([`Chromium, ${name}`, medians(results)]);
  }
  await browser.close();
  server.close();
  return rows;
}

function bundleJs() {
  mkdirSync(new URL('build/bench/', ROOT), { recursive: true });
  buildSync({
    absWorkingDir: fileURLToPath(ROOT),
    entryPoints: ['wasm/dist/js.js'],
    outfile: JS_BUNDLE,
    bundle: true,
    minify: true,
    format: 'esm',
  });
}

/** @param {{ browser: boolean }} options */
export async function run({ browser }) {
  bundleJs();
  const text = makeText();
  const common = commonScript(text);
  const names = Object.keys(STEPS).filter(
    (name) => name !== 'RE2' || existsSync(new URL(RE2_MODULE, ROOT)),
  );
  const rows = names.map((name) => [
    `Node, ${name}`,
    medians(Array.from({ length: runsOf(name) }, () => runInNode(common, STEPS[name]))),
  ]);
  if (browser) rows.push(...(await measureChromium(common, names)));
  const cells = rows.map(([name, r]) => [
    name,
    ...[r.compile, r.load, r.scan, r.first, r.warm * 1000, r.memory / 1e6].map(figure),
  ]);
  const head = ['where', 'compile, ms', 'load', 'first scan', 'together', 'warm, µs', 'memory, MB'];
  return [
    '## Cold start: from the bytes of the module to the first verdict\n',
    `Medians of ${RUNS} fresh processes or pages (RE2: ${RE2_RUNS}); all default rules, a text of ${text.length} characters. RE2`,
    'only compiles the patterns of the same rules. "Warm" is a verdict after 4 ms of scanning.\n',
    table(head, cells),
  ].join('\n');
}
