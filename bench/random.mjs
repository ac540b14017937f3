/**
 * A small deterministic generator (mulberry32), so that every machine measures the same inputs.
 * @param {number} seed
 * @returns {(below: number) => number} whole numbers in [0, below)
 */
export function makeRandom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** @template T @param {(below: number) => number} random @param {readonly T[]} list */
export const pick = (random, list) => list[random(list.length)];

/** @param {(below: number) => number} random @param {string} alphabet @param {number} length */
export function randomString(random, alphabet, length) {
  let text = '';
  for (let i = 0; i < length; i += 1) text += alphabet[random(alphabet.length)];
  return text;
}
