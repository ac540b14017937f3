// run.mjs PART [--only BUILD,...]: measures, prints the table; `record` writes bench/record/<date>.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { BUILD_NAMES } from './engines/own.mjs';
import * as adversarial from './parts/adversarial.mjs';
import * as code from './parts/code.mjs';
import * as cold from './parts/cold.mjs';
import * as peers from './parts/peers.mjs';
import * as personal from './parts/personal.mjs';
import * as secrets from './parts/secrets.mjs';
import * as sizes from './parts/sizes.mjs';
import * as throughput from './parts/throughput.mjs';

const RECORDS = new URL('record/', import.meta.url);

/** @type {Record<string, (builds: string[]) => Promise<string>>} */
const PARTS = {
  throughput: (builds) => throughput.run(builds),
  patterns: async (builds) =>
    [await peers.run(builds, 250, false), await peers.run(builds, 600, false)].join('\n'),
  peers: (builds) => peers.run(builds, 250, true),
  code: () => code.run(),
  personal: () => personal.run(),
  secrets: () => secrets.run(),
  adversarial: () => adversarial.run(),
  cold: () => cold.run({ browser: true }),
  'cold-node': () => cold.run({ browser: false }),
  sizes: () => sizes.run(),
};
/** In the record; `peers` holds what `patterns` has for 250 rules. */
const RECORD = [
  PARTS.throughput,
  PARTS.peers,
  (/** @type {string[]} */ builds) => peers.run(builds, 600, false),
  PARTS.code,
  PARTS.personal,
  PARTS.secrets,
  PARTS.adversarial,
  PARTS.cold,
  PARTS.sizes,
];

async function writeRecord(builds) {
  const date = new Date().toISOString().slice(0, 10);
  const sections = [];
  for (const part of RECORD) {
    sections.push(await part(builds));
    process.stdout.write(`${sections.at(-1)}\n`);
  }
  const about = `Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, shared with other work. One run, medians: ratios carry over to other machines, absolute figures do not.`;
  mkdirSync(RECORDS, { recursive: true });
  writeFileSync(new URL(`${date}.md`, RECORDS), `# ${date}\n\n${about}\n\n${sections.join('\n')}`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' } },
});
const builds = values.only?.split(',') ?? BUILD_NAMES;
const [name = 'record'] = positionals;
if (name === 'record') await writeRecord(builds);
else process.stdout.write(`${await PARTS[name](builds)}\n`);
