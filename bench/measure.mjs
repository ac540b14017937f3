// How the engines of this process are measured; bench/native/measure.h does the same.

const ROUNDS = 7;
/**
 * What is timed at once, in UTF-16 units: short enough that most are over before the machine turns
 * to something else, so that medians leave the others out.
 */
const PIECE = 128 << 10;
/** For slow engines, and for those that read no more than the begin of a text. */
export const SHORT_PIECE = 16 << 10;
/** Milliseconds spent on one text, about. */
const BUDGET = 3000;
/** Milliseconds of scanning before anything is measured. */
const WARM_UP = 2000;

/** @typedef {{ name: string, scan: (text: string) => number | Promise<number> }} Engine */

/** @param {readonly number[]} values @param {number} share 0.5 is the median */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Milliseconds one call takes. */
export async function time(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

async function medianTime(work) {
  const took = [];
  for (let i = 0; i < ROUNDS; i += 1) took.push(await time(work));
  return quantile(took, 0.5);
}

/** Code gets fast by being run: what is measured is an engine that has done its first work. */
async function warmUp(engine, text) {
  const begin = performance.now();
  for (let at = 0; at < text.length && performance.now() - begin < WARM_UP; at += SHORT_PIECE) {
    await engine.scan(text.slice(at, at + SHORT_PIECE));
  }
}

/** The whole text in pieces for a fast engine, evenly spread samples of it for a slow one. */
async function piecesFor(engine, text, piece) {
  const sample = text.slice(0, SHORT_PIECE);
  await warmUp(engine, text);
  const slow = (await time(() => engine.scan(sample))) > 20;
  const size = slow ? SHORT_PIECE : piece;
  const probe = text.slice(0, size);
  const cost = (await time(() => engine.scan(probe))) * (ROUNDS + 1);
  const count = Math.ceil(text.length / size);
  const step = Math.max(1, Math.ceil((count * cost) / BUDGET));
  const pieces = [];
  for (let i = 0; i < count; i += step) pieces.push(text.slice(i * size, (i + 1) * size));
  return pieces;
}

/**
 * MB/s (10^6 UTF-16 units): for each piece the median of some scans, after one not counted.
 * @param {Engine} engine @param {string} text @param {number} piece how much at once, at most
 */
export async function throughput(engine, text, piece = PIECE) {
  const pieces = await piecesFor(engine, text, piece);
  let milliseconds = 0;
  for (const piece of pieces) await engine.scan(piece);
  for (const piece of pieces) milliseconds += await medianTime(() => engine.scan(piece));
  return pieces.reduce((sum, piece) => sum + piece.length, 0) / 1000 / milliseconds;
}

/**
 * Microseconds per paste, p50 and p99. All pastes are seen once before; a slow engine gets the
 * first of them only.
 * @param {Engine} engine @param {readonly string[]} pastes
 */
export async function latency(engine, pastes) {
  const begin = performance.now();
  const seen = [];
  for (const paste of pastes) {
    await engine.scan(paste);
    seen.push(paste);
    if (performance.now() - begin > BUDGET) break;
  }
  const took = [];
  for (const paste of seen) took.push(1000 * (await medianTime(() => engine.scan(paste))));
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99) };
}
