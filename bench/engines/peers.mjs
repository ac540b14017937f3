// Other engines that run inside this Node process.
import { lintSource } from '@secretlint/core';
import { creator as secretlintPreset } from '@secretlint/secretlint-rule-preset-recommend';
import { RE2JS } from 're2js';
import { SyncRedactor } from 'redact-pii';

/**
 * RE2's syntax as JavaScript takes it. Flags for a part of a pattern become flags of all of it: that
 * matches more, and costs about the same.
 */
function toJavaScript(pattern) {
  const source = pattern
    .replaceAll('(?P<', '(?<')
    .replace(/\(\?[ims]+\)/g, '')
    .replace(/\(\?[ims]+:/g, '(?:')
    .replaceAll('\\z', '$')
    .replace(/\\x\{([0-9A-Fa-f]+)\}/g, '\\u{$1}')
    .replace(/\[\[:(\w+):\]\]/g, '\\w');
  const flags = ['i', 'm', 's'].filter((flag) => new RegExp(`\\(\\?[ims]*${flag}`).test(pattern));
  return { source, flags: `g${flags.join('')}` };
}

/** Compiles what can be, and says how many that were. */
function compileAll(name, patterns, compile) {
  const compiled = patterns.flatMap((pattern) => {
    try {
      return [compile(pattern)];
    } catch {
      return [];
    }
  });
  process.stderr.write(`${name} takes ${compiled.length} of ${patterns.length} patterns\n`);
  return compiled;
}

function compileRegExp(pattern) {
  const { source, flags } = toJavaScript(pattern);
  const unicode = /\\[pPu]\{/.test(source);
  return new RegExp(source, unicode ? `${flags}u` : flags);
}

/** V8's RegExp, one pattern after the other. */
function regExpEngine(patterns) {
  const compiled = compileAll('RegExp', patterns, compileRegExp);
  return {
    name: 'V8 RegExp, one by one',
    scan: (text) => compiled.reduce((sum, re) => sum + (text.match(re)?.length ?? 0), 0),
  };
}

/** The npm package re2, one pattern after the other. Needs its addon: scripts/bench builds it. */
async function npmRe2Engine(patterns) {
  const { default: Re2 } = await import('re2');
  const compiled = patterns.map((pattern) => new Re2(pattern.replace('(?i)', '')));
  return {
    name: 'npm re2, one by one',
    scan: (text) => compiled.reduce((sum, re) => sum + (text.match(re)?.length ?? 0), 0),
  };
}

/** RE2 rewritten in JavaScript, one pattern after the other. */
function re2jsEngine(patterns) {
  const compiled = compileAll('re2js', patterns, (pattern) => RE2JS.compile(pattern));
  const count = (re, text) => {
    const matcher = re.matcher(text);
    let found = 0;
    while (matcher.find()) found += 1;
    return found;
  };
  return {
    name: 're2js, one by one',
    scan: (text) => compiled.reduce((sum, re) => sum + count(re, text), 0),
  };
}

/** secretlint with its recommended preset: its own rules, fewer than thirty. */
export function secretlintEngine() {
  const config = { rules: [{ id: 'preset', rule: secretlintPreset, options: {} }] };
  const options = { locale: 'en', config, noPhysicFilePath: true };
  const source = (content) => ({
    filePath: 'paste.txt',
    content,
    ext: '.txt',
    contentType: 'text',
  });
  return {
    name: 'secretlint (its own rules)',
    scan: async (text) => (await lintSource({ source: source(text), options })).messages.length,
  };
}

/** redact-pii with its built-in patterns. */
export function redactPiiEngine() {
  const redactor = new SyncRedactor();
  return {
    name: 'redact-pii (its own rules)',
    scan: (text) => redactor.redact(text).length,
  };
}

/** All of them. @param {readonly string[]} patterns @returns {Promise<import('../measure.mjs').Engine[]>} */
export async function peerEngines(patterns) {
  const addon = await npmRe2Engine(patterns).catch((error) => {
    process.stderr.write(`npm re2 is left out: ${error.message.split('\n')[0]}\n`);
    return [];
  });
  return [
    regExpEngine(patterns),
    addon,
    re2jsEngine(patterns),
    secretlintEngine(),
    redactPiiEngine(),
  ].flat();
}
