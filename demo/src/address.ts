/**
 * The part of the page's state that a link may carry: the view, the rule and the policy, never the
 * text. It stands after the `#`, so no server sees it.
 */

export type View = 'text' | 'rules' | 'policy';

export interface Address {
  readonly view: View;
  readonly rule?: string;
  readonly policy?: string;
}

const VIEWS: readonly View[] = ['text', 'rules', 'policy'];
/** What a link may unfold to; the compiler takes no larger file either. */
const MAX_BYTES = 2 * 1024 * 1024;

export function isView(value: string): value is View {
  return (VIEWS as readonly string[]).includes(value);
}

export async function formatAddress(address: Address): Promise<string> {
  const parameters = new URLSearchParams();
  if (address.rule !== undefined) parameters.set('rule', await pack(address.rule));
  if (address.policy !== undefined) parameters.set('policy', await pack(address.policy));
  const query = parameters.toString();
  return `#/${address.view}${query ? `?${query}` : ''}`;
}

export async function parseAddress(hash: string): Promise<Address> {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const parameters = new URLSearchParams(query);
  const rule = await unpack(parameters.get('rule'));
  const policy = await unpack(parameters.get('policy'));
  return {
    view: isView(path) ? path : 'text',
    ...(rule === undefined ? {} : { rule }),
    ...(policy === undefined ? {} : { policy }),
  };
}

async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return toBase64Url(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** Undefined for what no `pack` has made: a broken link opens the page without it. */
async function unpack(code: string | null): Promise<string | undefined> {
  if (!code) return undefined;
  try {
    const packed = new Blob([fromBase64Url(code)]).stream();
    const bytes = packed.pipeThrough(new DecompressionStream('deflate-raw'));
    return await readText(bytes, MAX_BYTES);
  } catch {
    return undefined;
  }
}

async function readText(stream: ReadableStream<Uint8Array>, limit: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = stream.getReader();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      throw new RangeError('too large');
    }
    text += decoder.decode(value, { stream: true });
  }
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(code: string): Uint8Array<ArrayBuffer> {
  const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
