import { bytes } from 'virtual:sluice.wasm';
import { Guardrail, type Policy } from 'sluice';

export type Engine = Pick<Guardrail, 'scan' | 'rules' | 'warmUp'>;

let module: WebAssembly.Module | undefined;

/** Firefox lets a content script run WebAssembly whatever the policy of the page. */
export function createEngine(policy: Policy | string): Engine {
  module ??= new WebAssembly.Module(decode(bytes));
  return Guardrail.loadSync(module, { policy });
}

/** One character is one byte: to read a file would take a request that the page can see. */
function decode(text: string): Uint8Array<ArrayBuffer> {
  const decoded = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) decoded[index] = text.charCodeAt(index);
  return decoded;
}
