// engine-js.js is the scanner's module turned into JavaScript by scripts/build-js.mjs.
import type { ScannerExports } from './exports.js';

export function instantiate(imports: WebAssembly.Imports): ScannerExports & { _initialize(): void };
