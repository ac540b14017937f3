// From whatever the caller has to a compiled module, and from that to instances.
import { SluiceError } from './errors.js';
import type { Instantiate } from './exports.js';
import { IMPORTS } from './imports.js';

/** Where a WebAssembly module comes from. */
export type WasmSource = URL | Response | BufferSource | WebAssembly.Module;

const DATABASE_SECTION = 'sluice.database';
const WASM_TYPE = /^application\/wasm\b/;

export async function compileWasm(source: WasmSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  const bytes = await readSource(source);
  try {
    if (!(bytes instanceof Response)) return await WebAssembly.compile(bytes);
    return WASM_TYPE.test(bytes.headers.get('content-type') ?? '')
      ? await WebAssembly.compileStreaming(bytes)
      : await WebAssembly.compile(await bytes.arrayBuffer());
  } catch (error) {
    throw new SluiceError('invalid-wasm', 'this is no module that runs here', undefined, {
      cause: error,
    });
  }
}

/** The bytes behind `url`, as text. */
export async function readText(url: URL): Promise<string> {
  const source = await readSource(url);
  return source instanceof Response ? await source.text() : new TextDecoder().decode(source);
}

async function readSource(source: URL | Response | BufferSource): Promise<Response | BufferSource> {
  if (!(source instanceof URL)) return checkResponse(source);
  try {
    if (source.protocol === 'file:') return await readLocalFile(source);
    return checkResponse(await fetch(source));
  } catch (error) {
    if (error instanceof SluiceError) throw error;
    throw unavailable(source.href, error);
  }
}

function checkResponse<T extends Response | BufferSource>(source: T): T {
  if (source instanceof Response && !source.ok) throw unavailable(source.url, undefined);
  return source;
}

function unavailable(url: string, cause: unknown): SluiceError {
  const name = url.slice(url.lastIndexOf('/') + 1);
  return new SluiceError('unavailable', `${name} could not be read`, undefined, { cause });
}

interface FileSystem {
  readonly promises: { readFile(url: URL): Promise<Uint8Array<ArrayBuffer>> };
}
interface NodeProcess {
  getBuiltinModule?(name: string): unknown;
}

/** Node, Deno and Bun refuse to `fetch` what lies beside a module on disk. */
async function readLocalFile(url: URL): Promise<BufferSource> {
  const { process } = globalThis as { readonly process?: NodeProcess };
  // Not an import: bundlers for browsers would stumble over it.
  const files = process?.getBuiltinModule?.('node:fs') as FileSystem | undefined;
  if (files === undefined) throw unavailable(url.href, undefined);
  return await files.promises.readFile(url);
}

/** Synchronous; each call of what it gives makes an instance with memory of its own. */
export function instantiator<Exports>(module: WebAssembly.Module): Instantiate<Exports> {
  return () => {
    const { exports } = new WebAssembly.Instance(module, IMPORTS);
    const { _initialize: initialize } = exports;
    if (typeof initialize !== 'function') {
      throw new SluiceError('invalid-wasm', 'this module is not Sluice');
    }
    initialize();
    return exports as Exports;
  };
}

/** The database inside the scanner's module. */
export function embeddedDatabase(module: WebAssembly.Module): Uint8Array {
  const [section] = WebAssembly.Module.customSections(module, DATABASE_SECTION);
  if (section === undefined) {
    throw new SluiceError('invalid-wasm', 'this module holds no rule database');
  }
  return new Uint8Array(section);
}
