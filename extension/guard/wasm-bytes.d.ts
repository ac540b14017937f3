/** The bytes of the module, one per character; see `wxt.config.ts`. */
declare module 'virtual:sluice.wasm' {
  const bytes: string;

  export { bytes };
}
