// Dependencies point one way: rules <- engine <- wasm/abi <- wasm/src <- extension, demo. The
// scanner never knows the compiler; third-party C++ stays in the compiler and the tests.
import { dirname, join, normalize } from 'node:path';
import { listFiles, parseModule, readText, runAsProgram } from './lib.mjs';

const VENDOR = ['re2/', 'absl/', 'nlohmann/', 'doctest/', 'stb/'];

/** For each C++ folder: the include prefixes it may use, of ours and of others. */
const CPP = [
  { folder: 'engine/include', ours: ['sluice/'], vendor: [] },
  { folder: 'engine/scanner', ours: ['sluice/', 'scanner/'], vendor: ['stb/'] },
  {
    folder: 'engine/compiler',
    ours: ['sluice/', 'scanner/', 'compiler/'],
    vendor: ['re2/', 'absl/', 'nlohmann/'],
  },
  { folder: 'engine/tools', ours: ['sluice/', 'scanner/', 'compiler/', 'tools/'], vendor: [] },
  { folder: 'wasm/abi', ours: ['sluice/', 'scanner/', 'compiler/', 'abi/'], vendor: [] },
];
/** The compiler's public face, off limits to the scanner and to the other public headers. */
const COMPILER_HEADER = 'sluice/compiler.h';

/**
 * @param {(typeof CPP)[number]} layer
 * @param {string} name
 * @param {boolean} quoted
 */
function cppAllowed(layer, name, quoted) {
  if (VENDOR.some((prefix) => name.startsWith(prefix))) {
    return layer.vendor.some((prefix) => name.startsWith(prefix));
  }
  if (!quoted) return true; // the language's own and the system's
  if (name === COMPILER_HEADER && /scanner|include/.test(layer.folder)) return false;
  return !name.includes('/') || layer.ours.some((prefix) => name.startsWith(prefix));
}

/** @param {string} root */
function checkCpp(root) {
  /** @type {string[]} */
  const problems = [];
  for (const layer of CPP) {
    for (const path of listFiles(root, layer.folder, /\.(cc|h|inc)$/)) {
      readText(root, path)
        .split('\n')
        .forEach((line, index) => {
          const include = /^\s*#\s*include\s*(["<])([^">]+)[">]/.exec(line);
          if (!include?.[2] || cppAllowed(layer, include[2], include[1] === '"')) return;
          problems.push(`${path}:${index + 1}: ${layer.folder} must not include ${include[2]}`);
        });
    }
  }
  return problems;
}

const SCRIPT = /\.(ts|tsx|mts|js|mjs)$/;

/**
 * For each TypeScript folder: what it may import besides its own files.
 * @type {readonly { folder: string, allowed: (name: string, path: string) => boolean }[]}
 */
const TYPESCRIPT = [
  {
    folder: 'wasm/src', // no runtime dependency; Node's own only where Node runs
    allowed: (name, path) => name.startsWith('node:') && /\/(cli\/|node)/.test(path),
  },
  { folder: 'extension', allowed: packageOrTooling },
  { folder: 'demo', allowed: packageOrTooling },
];

/**
 * @param {string} name
 * @param {string} path
 */
function packageOrTooling(name, path) {
  if (name.startsWith('node:')) return /\.config\.ts$|\/scripts\//.test(path);
  return !name.startsWith('/');
}

/**
 * Inside the folder, or a package; `folder` itself is the border.
 * @param {(typeof TYPESCRIPT)[number]} layer
 * @param {string} path
 * @param {string} name
 */
function importAllowed(layer, path, name) {
  if (!name.startsWith('.')) return layer.allowed(name, path);
  return normalize(join(dirname(path), name)).startsWith(`${layer.folder}/`);
}

/** @param {string} root */
function checkTypeScript(root) {
  return TYPESCRIPT.flatMap((layer) =>
    listFiles(root, layer.folder, SCRIPT).flatMap((path) =>
      parseModule(path, readText(root, path))
        .imports.filter(({ name }) => !importAllowed(layer, path, name))
        .map(({ name, line }) => `${path}:${line}: ${layer.folder} must not import ${name}`),
    ),
  );
}

/** @param {string} root */
function checkRulesAreData(root) {
  return listFiles(root, 'rules', /(?<!\.json|\.md)$/).map(
    (path) => `${path}: rules/ holds data only (.json, .md)`,
  );
}

/**
 * @param {string} root
 * @returns {string[]} one line per arrow the wrong way
 */
export function checkLayers(root) {
  return [...checkCpp(root), ...checkTypeScript(root), ...checkRulesAreData(root)];
}

runAsProgram(import.meta.url, 'layers', checkLayers);
