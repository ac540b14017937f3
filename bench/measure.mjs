/** @param {number[]} values @param {number} share 0.5 is the median */
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

/**
 * Median MB/s (10^6 UTF-16 units) of `rounds` scans after one that is not counted. Slow engines
 * see a prefix of the text, so that a run ends.
 */
export async function throughput(engine, text, rounds = 5) {
  const warmUp = await time(() => engine.scan(text.slice(0, 20_000)));
  const isSlow = warmUp > 40;
  const seen = isSlow ? text.slice(0, 60_000) : text;
  const took = [];
  if (!isSlow) await engine.scan(seen);
  for (let i = 0; i < rounds; i += 1) took.push(await time(() => engine.scan(seen)));
  return seen.length / 1000 / quantile(took, 0.5);
}

/** Microseconds per paste, p50 and p99; every paste was seen once before. */
export async function latency(engine, pastes) {
  for (const paste of pastes) await engine.scan(paste);
  const took = [];
  for (const paste of pastes) took.push(1000 * (await time(() => engine.scan(paste))));
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99) };
}
