import type { Verdict } from './types.js';

/**
 * The verdict as JSON with its keys in the order of the interfaces: what the law "native,
 * WebAssembly and JavaScript agree to the byte" compares.
 */
export function canonicalJson(verdict: Verdict): string {
  return JSON.stringify(verdict); // marshal.ts makes the objects in that order
}
