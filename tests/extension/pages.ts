/** What the stand-ins for the chat sites answer. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** As strict as the strictest site: no inline code, no WebAssembly, no frames. */
const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  // Only for the icon that browsers ask for by themselves.
  "img-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "frame-src 'none'",
  'report-uri /report',
].join('; ');

export interface Answer {
  readonly contentType: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

let script: Promise<string> | undefined;

/** The page, its style, or its script; the page for any address that is neither. */
export async function answer(path: string): Promise<Answer> {
  if (path === '/editors.js') {
    script ??= bundle();
    return { contentType: 'text/javascript', headers: {}, body: await script };
  }
  if (path === '/page.css')
    return { contentType: 'text/css', headers: {}, body: await read('page.css') };
  const headers = { 'content-security-policy': strictPolicy };
  return { contentType: 'text/html', headers, body: await read('page.html') };
}

function read(name: string): Promise<string> {
  return readFile(`${root}tests/extension/fixtures/${name}`, 'utf8');
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${root}tests/extension/fixtures/editors.tsx`],
    bundle: true,
    write: false,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
}
