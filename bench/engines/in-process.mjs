// The engines that run inside this Node process. Each is { name, scan(text) -> number of findings }.
import { readFileSync } from 'node:fs';
import { lintSource } from '@secretlint/core';
import { creator as secretlintPreset } from '@secretlint/secretlint-rule-preset-recommend';
import { RE2JS } from 're2js';
import { SyncRedactor } from 'redact-pii';
import { Guardrail } from 'sluice';
import { loadJs } from 'sluice/js';

/** Our own scanner on a database file, in both builds. */
export async function ownEngines(databaseFile) {
  const database = readFileSync(databaseFile);
  const wasm = await Guardrail.load({ database });
  const js = loadJs({ database });
  return [
    { name: 'sluice (WASM)', scan: (text) => wasm.scan(text).findings.length },
    { name: 'sluice (JS)', scan: (text) => js.scan(text).findings.length },
  ];
}

/** RE2's syntax as V8 takes it: a leading (?i) becomes a flag. */
function toRegExp(pattern) {
  const folds = pattern.startsWith('(?i)');
  return new RegExp(folds ? pattern.slice(4) : pattern, folds ? 'gi' : 'g');
}

/** V8's RegExp, one pattern after the other. */
export function regExpEngine(patterns) {
  const compiled = patterns.map(toRegExp);
  return {
    name: 'V8 RegExp, one by one',
    scan: (text) => compiled.reduce((sum, re) => sum + (text.match(re)?.length ?? 0), 0),
  };
}

/** RE2 rewritten in JavaScript, one pattern after the other. */
export function re2jsEngine(patterns) {
  const compiled = patterns.map((pattern) => RE2JS.compile(pattern));
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
