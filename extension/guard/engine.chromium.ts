import { type Guardrail, loadJs, type Policy } from 'sluice/js';

export type Engine = Pick<Guardrail, 'scan' | 'rules' | 'warmUp'>;

/**
 * The JavaScript build: in Chromium WebAssembly in a content script obeys the page's policy, and
 * even a refused attempt is reported to the site.
 */
export function createEngine(policy: Policy | string): Engine {
  return loadJs({ policy });
}
