// All rules for secrets, as people get them, beside a few of them and beside secretlint with its own.
import { readFileSync } from 'node:fs';
import { ownEngineWith } from '../engines/own.mjs';
import { secretlintEngine } from '../engines/peers.mjs';
import { figuresTable, measureEngines } from '../figures.mjs';
import { readTexts, secretRules } from '../inputs.mjs';
import { ratioTable } from './peers.mjs';

const FEW = 40;

function ownEngineOf(count) {
  const { rules, database } = secretRules(count);
  return ownEngineWith(`sluice WASM, ${rules} rules`, { database: readFileSync(database) });
}

export async function run() {
  const shipped = await ownEngineWith('sluice WASM, as shipped', { packs: ['secrets'] });
  const own = [shipped, await ownEngineOf(Number.POSITIVE_INFINITY), await ownEngineOf(FEW)];
  const rows = await measureEngines([...own, secretlintEngine()], readTexts());
  return `## Rules for secrets\n\n${figuresTable(rows)}\n${ratioTable(rows, shipped.name)}`;
}
