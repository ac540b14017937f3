// Our own scanner in its three builds.
import { readFileSync } from 'node:fs';

/** @typedef {import('../measure.mjs').Engine} Engine */

const BUILDS = {
  wasm: async (database) => {
    const { Guardrail } = await import('sluice');
    return { name: 'sluice WASM', guardrail: await Guardrail.load({ database }) };
  },
  js: async (database) => {
    const { loadJs } = await import('sluice/js');
    return { name: 'sluice JS', guardrail: loadJs({ database }) };
  },
};

/** All builds; `native` runs in a process of its own. */
export const BUILD_NAMES = ['native', ...Object.keys(BUILDS)];

/** @param {readonly string[]} builds @param {string} databaseFile @returns {Promise<Engine[]>} */
export async function ownEngines(builds, databaseFile) {
  const database = readFileSync(databaseFile);
  const wanted = Object.keys(BUILDS).filter((name) => builds.includes(name));
  return Promise.all(
    wanted.map(async (build) => {
      const { name, guardrail } = await BUILDS[build](database);
      return { name, scan: (text) => guardrail.scan(text).findings.length };
    }),
  );
}

/** The WASM build with other rules than all default ones. @param {import('sluice').LoadOptions} options @returns {Promise<Engine>} */
export async function ownEngineWith(name, options) {
  const { Guardrail } = await import('sluice');
  const guardrail = await Guardrail.load(options);
  return { name, scan: (text) => guardrail.scan(text).findings.length };
}
