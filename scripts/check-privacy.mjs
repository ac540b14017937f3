// No text leaves: nothing we ship can reach the network or run text as code. Searches the sources
// and, where they were built, the extension's, the demo's and the module's outputs; the syntax tree,
// not the text, so that a word in a comment is no finding and no spelling of a call is missed.
import { listFiles, parseModule, readText, runAsProgram } from './lib.mjs';

/** Names that open a connection or start code from text, wherever they stand as an expression. */
const FORBIDDEN = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'sendBeacon',
  'importScripts',
  'eval',
  'Function',
]);
const TIMERS = new Set(['setTimeout', 'setInterval']);

/**
 * The exceptions, each with its reason. `count` is how often the name may stand in that file.
 * @type {readonly { path: RegExp, name: string, count: number }[]}
 */
const ALLOWED = [
  // The module reads its own .wasm beside it (or the one its caller names).
  { path: /^wasm\/(src|dist)\/[\w-]+\.[jt]s$/, name: 'fetch', count: 1 },
  // The same line after bundling.
  { path: /^extension\/\.output\/.*\.js$/, name: 'fetch', count: 1 },
  { path: /^demo\/dist\/.*\.js$/, name: 'fetch', count: 1 },
];

const SOURCES = ['wasm/src', 'extension', 'demo'];
const OUTPUTS = ['wasm/dist', 'extension/.output', 'demo/dist'];
const SCRIPT = /\.(ts|tsx|js|mjs)$/;
const MARKUP = /\.(html|css)$/;
const CPP = ['engine', 'wasm/abi'];
const CPP_FORBIDDEN =
  /<(sys\/socket|netdb|curl\/[^>]+|emscripten\/(fetch|websocket))\.h>|\bEM_(ASM|JS)\b|emscripten_run_script/;
const TELEMETRY =
  /sentry|posthog|amplitude|mixpanel|bugsnag|datadog|newrelic|rollbar|logrocket|fullstory|hotjar|telemetry|analytics/;

/**
 * @param {string} path
 * @param {string} text
 * @returns {{ name: string, line: number }[]}
 */
function uses(path, text) {
  /** @type {{ name: string, start: number }[]} */
  const found = [];
  /** @type {Set<number>} starts of names that are declared or only a key, not used */
  const harmless = new Set();
  const { visit, lineOf } = parseModule(path, text);
  visit({
    TSTypeReference: (node) => harmless.add(node.typeName.start),
    TSTypeQuery: (node) => harmless.add(node.exprName.start),
    TSPropertySignature: (node) => harmless.add(node.key.start),
    TSMethodSignature: (node) => harmless.add(node.key.start),
    MethodDefinition: (node) => harmless.add(node.key.start),
    PropertyDefinition: (node) => harmless.add(node.key.start),
    Property: (node) => node.shorthand || harmless.add(node.key.start),
    BinaryExpression: (node) => {
      // `x instanceof Function` asks, it does not make one.
      if (node.operator === 'instanceof') harmless.add(node.right.start);
    },
    MemberExpression: (node) => {
      if (node.object.type === 'Identifier' && node.object.name === 'Function') {
        harmless.add(node.object.start); // Function.prototype
      }
      if (node.computed && node.property.type === 'Literal') {
        found.push({ name: String(node.property.value), start: node.property.start });
      }
    },
    Identifier: (node) => found.push({ name: node.name, start: node.start }),
    CallExpression: (node) => {
      const [first] = node.arguments;
      const timer = node.callee.type === 'Identifier' && TIMERS.has(node.callee.name);
      if (timer && first?.type === 'Literal') found.push({ name: 'eval', start: node.start });
    },
  });
  return found
    .filter(({ name, start }) => FORBIDDEN.has(name) && !harmless.has(start))
    .map(({ name, start }) => ({ name, line: lineOf(start) }));
}

/**
 * @param {string} path
 * @param {string} text
 */
function checkScript(path, text) {
  const left = new Map(
    ALLOWED.filter((entry) => entry.path.test(path)).map(({ name, count }) => [name, count]),
  );
  return uses(path, text).flatMap(({ name, line }) => {
    const remaining = left.get(name) ?? 0;
    left.set(name, remaining - 1);
    return remaining > 0 ? [] : [`${path}:${line}: ${name} is not allowed here`];
  });
}

/**
 * Pages and styles must not load anything from elsewhere; links people click are fine.
 * @param {string} path
 * @param {string} text
 */
function checkMarkup(path, text) {
  const remote =
    /<(?:script|link|img|iframe|source|video|audio|form)\b[^>]*(?:src|href|action)\s*=\s*["']?(?:https?:)?\/\/|(?:url\(|@import)\s*["']?(?:https?:)?\/\//i;
  return text
    .split('\n')
    .flatMap((line, index) =>
      remote.test(line) ? [`${path}:${index + 1}: loads something from elsewhere`] : [],
    );
}

/** @param {string} root */
function checkCpp(root) {
  return CPP.flatMap((folder) => listFiles(root, folder, /\.(cc|h)$/)).flatMap((path) =>
    readText(root, path)
      .split('\n')
      .flatMap((line, index) =>
        CPP_FORBIDDEN.test(line) ? [`${path}:${index + 1}: ${line.trim()} is not allowed`] : [],
      ),
  );
}

/** @param {string} root */
function checkPackages(root) {
  const problems = [];
  for (const path of listFiles(root, 'package.json', /package\.json$/)) {
    const manifest = JSON.parse(readText(root, path));
    if (Object.keys(manifest.dependencies ?? {}).length > 0) {
      problems.push(`${path}: the module has no runtime dependencies`);
    }
    for (const name of Object.keys(manifest.devDependencies ?? {})) {
      if (TELEMETRY.test(name)) problems.push(`${path}: ${name} reports to someone`);
    }
  }
  return problems;
}

/**
 * @param {string} root
 * @returns {string[]} one line per way out that should not be there
 */
export function checkPrivacy(root) {
  const files = (/** @type {RegExp} */ pattern) => [
    ...SOURCES.flatMap((folder) => listFiles(root, folder, pattern)),
    ...OUTPUTS.flatMap((folder) => listFiles(root, folder, pattern, { built: true })),
  ];
  return [
    ...files(SCRIPT).flatMap((path) => checkScript(path, readText(root, path))),
    ...files(MARKUP).flatMap((path) => checkMarkup(path, readText(root, path))),
    ...checkCpp(root),
    ...checkPackages(root),
  ];
}

runAsProgram(import.meta.url, 'privacy', checkPrivacy);
