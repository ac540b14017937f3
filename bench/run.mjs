// Measures our scanner beside its peers in one run and writes bench/record/<date>.md.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { gzipSync } from 'node:zlib';
import { coldStarts } from './cold.mjs';
import { makePatterns, toRuleFamily } from './corpus/patterns.mjs';
import { makeAdversarial, makePastes, makeTexts } from './corpus/texts.mjs';
import {
  ownEngines,
  re2jsEngine,
  redactPiiEngine,
  regExpEngine,
  secretlintEngine,
} from './engines/in-process.mjs';
import { latency, quantile, throughput } from './measure.mjs';

const ROOT = new URL('../', import.meta.url);
const WORK = new URL('build/bench/', ROOT);
const RULE_COUNTS = [250, 600];
const TEXT_SIZE = 4_000_000;
const DEFAULT_DATABASE = new URL('build/database/sluice.db', ROOT);

const path = (name) => new URL(name, WORK).pathname;
const say = (line) => process.stderr.write(`${line}\n`);
const number = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2);

function writeInputs(texts) {
  for (const count of RULE_COUNTS) {
    const shapes = makePatterns(count);
    mkdirSync(path(`rules-${count}/secret`), { recursive: true });
    writeFileSync(path(`patterns-${count}.txt`), `${shapes.map((s) => s.pattern).join('\n')}\n`);
    writeFileSync(
      path(`rules-${count}/secret/generated.json`),
      JSON.stringify(toRuleFamily(shapes)),
    );
    const sluicec = new URL('build/native/engine/sluicec', ROOT).pathname;
    execFileSync(sluicec, ['compile', path(`rules-${count}`), '-o', path(`rules-${count}.db`)], {
      stdio: 'inherit',
    });
  }
  for (const [name, text] of Object.entries(texts)) writeFileSync(path(`${name}.txt`), text);
}

/** @returns {Map<string, Record<string, number>>} engine -> text -> MB/s */
function measureNative(count, names) {
  const program = new URL('build/bench-native/bench/native/bench_engines', ROOT).pathname;
  const files = names.map((name) => path(`${name}.txt`));
  const lines = execFileSync(program, [path(`patterns-${count}.txt`), ...files])
    .toString()
    .trim()
    .split('\n');
  const speeds = new Map();
  for (const line of lines) {
    const { engine, text, mbPerSecond } = JSON.parse(line);
    const name = names[files.indexOf(text)];
    speeds.set(engine, { ...speeds.get(engine), [name]: mbPerSecond });
  }
  return speeds;
}

async function measureEngines(engines, texts) {
  const speeds = new Map();
  for (const engine of engines) {
    say(`  ${engine.name}`);
    const row = {};
    for (const [name, text] of Object.entries(texts)) row[name] = await throughput(engine, text);
    speeds.set(engine.name, row);
  }
  return speeds;
}

function table(head, rows) {
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');
}

async function compareThroughput(count, texts) {
  say(`${count} rules`);
  const names = Object.keys(texts);
  const patterns = makePatterns(count).map((s) => s.pattern);
  const own = await ownEngines(path(`rules-${count}.db`));
  const peers =
    count === RULE_COUNTS[0]
      ? [regExpEngine(patterns), re2jsEngine(patterns), secretlintEngine(), redactPiiEngine()]
      : [];
  const speeds = new Map([
    ...measureNative(count, names),
    ...(await measureEngines([...own, ...peers], texts)),
  ]);
  const wasm = speeds.get('sluice (WASM)');
  const rows = [...speeds].map(([engine, row]) => [
    engine,
    ...names.map((name) => number(row[name])),
    ...names.map((name) => number(wasm[name] / row[name])),
  ]);
  return [
    `## Throughput, ${count} generated rules (MB/s; then WASM divided by it)\n`,
    table(['engine', ...names, ...names.map((n) => `× ${n}`)], rows),
  ].join('\n');
}

async function compareLatency(texts) {
  say('pastes');
  const pastes = makePastes(texts);
  const patterns = makePatterns(250).map((s) => s.pattern);
  const engines = [...(await ownEngines(path('rules-250.db'))), regExpEngine(patterns)];
  const defaults = await ownEngines(DEFAULT_DATABASE.pathname);
  const rows = [];
  for (const [label, list] of [
    ['250 generated rules', engines],
    ['the default rules', defaults],
  ]) {
    for (const engine of list) {
      const { p50, p99 } = await latency(engine, pastes);
      rows.push([engine.name, label, number(p50), number(p99)]);
    }
  }
  return `## 1,000 pastes of 0.2-20 KB (µs)\n\n${table(['engine', 'rules', 'p50', 'p99'], rows)}`;
}

async function compareAdversarial(texts) {
  say('adversarial');
  const [wasm] = await ownEngines(DEFAULT_DATABASE.pathname);
  const rows = [];
  const plain = [];
  for (const [name, text] of Object.entries(texts)) {
    plain.push(await throughput(wasm, text));
    rows.push([name, number(plain.at(-1)), '']);
  }
  const median = quantile(plain, 0.5);
  for (const [name, text] of Object.entries(makeAdversarial(1 << 20))) {
    const speed = await throughput(wasm, text);
    rows.push([name, number(speed), number(median / speed)]);
  }
  return `## Default rules, ordinary and adversarial texts (WASM, MB/s; then the median divided by it)\n\n${table(['text', 'MB/s', '× slower'], rows)}`;
}

function sizes() {
  const gzip = (file) => gzipSync(readFileSync(new URL(file, ROOT)), { level: 9 }).length;
  const files = [
    'wasm/dist/sluice.wasm',
    'build/database/sluice.db',
    'wasm/dist/sluice-compiler.wasm',
    'wasm/dist/engine-js.js',
  ];
  const rows = files.map((file) => [
    file,
    readFileSync(new URL(file, ROOT)).length.toLocaleString('en'),
    gzip(file).toLocaleString('en'),
  ]);
  return `## Sizes (bytes; sluice.wasm holds the database)\n\n${table(['file', 'raw', 'gzip -9'], rows)}`;
}

async function cold() {
  say('cold starts');
  const { node, chromium } = await coldStarts();
  const row = (name, r) => [name, number(r.first), number(r.warm * 1000)];
  return `## From module bytes to the first verdict (ms), and a verdict after warm-up (µs)\n\n${table(['where', 'first, ms', 'warm, µs'], [row('Node', node), row('Chromium', chromium)])}`;
}

mkdirSync(WORK, { recursive: true });
const texts = makeTexts(TEXT_SIZE);
writeInputs(texts);
const parts = [];
for (const count of RULE_COUNTS) parts.push(await compareThroughput(count, texts));
parts.push(await compareLatency(texts), await compareAdversarial(texts), await cold(), sizes());
const date = new Date().toISOString().slice(0, 10);
const about = `Node ${process.version}, ${cpus().length} × ${cpus()[0].model}. One run, medians; ratios carry over to other machines, absolute figures do not.`;
mkdirSync(new URL('bench/record/', ROOT), { recursive: true });
writeFileSync(
  new URL(`bench/record/${date}.md`, ROOT),
  `# ${date}\n\n${about}\n\n${parts.join('\n')}`,
);
say(`bench/record/${date}.md`);
