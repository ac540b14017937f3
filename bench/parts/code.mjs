// Source code told from other text and named, beside the peers that name languages.
import { languagePeers, ownCodeEngine } from '../engines/languages.mjs';
import { figuresTable, measureEngines } from '../figures.mjs';
import { readTexts } from '../inputs.mjs';
import { SHORT_PIECE } from '../measure.mjs';
import { ratioTable } from './peers.mjs';

export async function run() {
  const own = await ownCodeEngine();
  // Of longer texts flourite does not read all.
  const rows = await measureEngines([own, ...languagePeers()], readTexts(), SHORT_PIECE);
  return `## Source code and its language\n\n${figuresTable(rows)}\n${ratioTable(rows, own.name)}`;
}
