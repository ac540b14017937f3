// The files that lie beside this module. Written so that bundlers see and copy them.

export const scannerUrl = () => new URL('./sluice.wasm', import.meta.url);
export const compilerUrl = () => new URL('./sluice-compiler.wasm', import.meta.url);
/** Sources of the default rules, for compiling others together with them. */
export const rulesUrl = () => new URL('./rules.json', import.meta.url);
