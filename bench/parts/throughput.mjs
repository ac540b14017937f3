// Our three builds with the default rules: what a change to the scanner does.
import { measureNative } from '../engines/native.mjs';
import { ownEngines } from '../engines/own.mjs';
import { figuresTable, measureEngines } from '../figures.mjs';
import { DEFAULT_DATABASE, readTexts } from '../inputs.mjs';

/** @param {readonly string[]} builds @param {string} database @param {ReturnType<typeof readTexts>} inputs */
export async function measureOwn(builds, database, inputs) {
  const native = builds.includes('native') ? measureNative('bench_own', database, inputs) : [];
  return new Map([
    ...native,
    ...(await measureEngines(await ownEngines(builds, database), inputs)),
  ]);
}

/** @param {readonly string[]} builds */
export async function run(builds) {
  const rows = await measureOwn(builds, DEFAULT_DATABASE, readTexts());
  return `## Own builds, all default rules\n\n${figuresTable(rows)}`;
}
