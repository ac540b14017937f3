// The scanner's module, broken on purpose: the real thing with one part changed.
import binaryen from 'binaryen';
import { readDist } from './support.js';

/** Its declarations put this on modules, where it is not. */
const { Function: functions } = binaryen as unknown as Pick<binaryen.Module, 'Function'>;

/** Traps whenever `name` is called. */
export function trappingIn(name: string): WebAssembly.Module {
  const module = binaryen.readBinary(new Uint8Array(readDist('sluice.wasm')));
  try {
    const { value } = binaryen.getExportInfo(module.getExport(name));
    functions.setBody(module.getFunction(value), module.unreachable());
    return new WebAssembly.Module(module.emitBinary() as Uint8Array<ArrayBuffer>);
  } finally {
    module.dispose();
  }
}

/** May grow to 8 MB instead of 256 MB: the maximum is 4096 pages in the memory section. */
export function withLittleMemory(): WebAssembly.Module {
  const bytes = new Uint8Array(readDist('sluice.wasm'));
  const section = Buffer.from([5, 5, 1, 1, 32, 0x80, 0x20]);
  const at = Buffer.from(bytes.buffer).indexOf(section);
  if (at < 0) throw new Error('the memory section looks different now');
  bytes[at + section.length - 1] = 0x01; // 128 pages
  return new WebAssembly.Module(bytes);
}
