// database-js.js is written by scripts/build-js.mjs.

/** The default rule database. */
export function database(): Uint8Array;
