/** The engine for the browser that is built for; see `wxt.config.ts`. */
declare module '#engine' {
  export { createEngine, type Engine } from './engine.chromium.js';
}
