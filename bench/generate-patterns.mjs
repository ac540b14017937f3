// Writes patterns of the shapes real rule sets have (prefixed tokens, a vendor's word before a
// value, structured identifiers), so that engines can be compared at sizes the project's own
// rules do not have yet. Invented names, fixed seed: the same patterns on every machine.
import { mkdirSync, writeFileSync } from 'node:fs';

const OUT = new URL('../build/bench/', import.meta.url);
const SIZES = [250, 600];

/** A small deterministic generator (mulberry32). */
function makeRandom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const random = makeRandom(20260101);
const pick = (list) => list[random(list.length)];
const STARTS = ['ab', 'cal', 'dro', 'fen', 'gra', 'hel', 'in', 'jo', 'kor', 'lu', 'mer', 'nor'];
const ENDS = ['base', 'board', 'cast', 'data', 'fy', 'graph', 'hub', 'ify', 'ly', 'mail', 'pay', 'ster'];
const CLASSES = ['[A-Za-z0-9]', '[a-f0-9]', '[A-Za-z0-9_-]', '[A-Z0-9]', '[a-z0-9]'];
const vendor = () => pick(STARTS) + pick(['', 'a', 'e', 'o', 'ta', 'li']) + pick(ENDS);

const prefixed = () =>
  `\\b(${vendor().slice(0, 2 + random(4))}${pick(['_', '-', '\\.'])}${pick(['', 'live_', 'pat-', 'sk_'])}` +
  `${pick(CLASSES)}{${pick([16, 20, 24, 32, 36, 40, 64])}})\\b`;
const assigned = () =>
  `(?i)\\b(?:${vendor()})(?:[ \\t\\w.-]{0,20})[\\s'"]{0,3}(?:=|>|:{1,3}=|\\|\\||:|=>|\\?=|,)[\\s'"=]{0,5}` +
  `(${pick(CLASSES)}{${pick([16, 20, 24, 32, 40])}})\\b`;
const upper = () =>
  `\\b(${vendor().slice(0, 4).toUpperCase()}[A-Z2-7]{${pick([12, 16, 22])}})\\b`;
const address = () =>
  `https://${pick(['hooks', 'api', 'app'])}\\.${vendor()}\\.(?:com|io)/[A-Za-z0-9/_-]{${pick([20, 30, 44])},80}`;
const dashed = () =>
  `(?i)${vendor()}[\\w .:='"-]{0,16}([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})`;

/** Of ten: three with a prefix, four behind a word, one each of the others. */
const SHAPES = [prefixed, prefixed, prefixed, assigned, assigned, assigned, assigned, upper, address, dashed];

mkdirSync(OUT, { recursive: true });
const patterns = new Set();
while (patterns.size < Math.max(...SIZES)) patterns.add(SHAPES[patterns.size % SHAPES.length]());
for (const size of SIZES) {
  writeFileSync(new URL(`patterns-${size}.txt`, OUT), [...patterns].slice(0, size).join('\n') + '\n');
}
