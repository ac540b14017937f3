// Personal data alone, beside the packages that look for it.
import { ownPeopleEngine, peoplePeers } from '../engines/people.mjs';
import { figuresTable, measureEngines } from '../figures.mjs';
import { readTexts } from '../inputs.mjs';
import { ratioTable } from './peers.mjs';

export async function run() {
  const own = await ownPeopleEngine();
  const rows = await measureEngines([own, ...peoplePeers()], readTexts());
  return `## Personal data\n\n${figuresTable(rows)}\n${ratioTable(rows, own.name)}`;
}
