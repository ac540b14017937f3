import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { matchPatterns } from './sites.js';

const root = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Nothing but our own files: the browser itself then refuses what would leave the machine. */
const pageCsp = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Carries the engine inside the script, as a text with one character per byte. */
function sluiceWasm() {
  const id = 'virtual:sluice.wasm';
  return {
    name: 'sluice-wasm',
    enforce: 'pre' as const,
    resolveId: (source: string) => (source === id ? `\0${id}` : undefined),
    load: (source: string) => {
      if (source !== `\0${id}`) return undefined;
      const path = fileURLToPath(new URL('../wasm/dist/sluice.wasm', import.meta.url));
      return `export const bytes = ${JSON.stringify(readFileSync(path, 'latin1'))};`;
    },
  };
}

/** Loading by address is not for us: everything is inside, and nothing is fetched. */
const noAssets = /wasm\/dist\/assets\.js$/;
function withoutAssets() {
  return {
    name: 'sluice-without-assets',
    enforce: 'pre' as const,
    transform: (_code: string, id: string) => {
      if (!noAssets.test(id)) return undefined;
      const names = ['scannerUrl', 'compilerUrl', 'rulesUrl'];
      return names.map((name) => `export const ${name} = () => undefined;`).join('\n');
    },
  };
}

export default defineConfig({
  root,
  // Every import is written down.
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => {
    const hosts = [...matchPatterns];
    return {
      name: '__MSG_name__',
      description: '__MSG_description__',
      default_locale: 'en',
      version,
      action: { default_title: '__MSG_name__' },
      permissions: ['storage', 'scripting', 'activeTab'],
      host_permissions: hosts,
      content_security_policy: { extension_pages: pageCsp },
      // Not declared as a content script of WXT: its wrapper posts a message the page can see.
      content_scripts: [
        {
          matches: hosts,
          js: ['guard.js'],
          run_at: 'document_start',
          all_frames: true,
          match_origin_as_fallback: true,
        },
      ],
      web_accessible_resources: [
        {
          resources: ['dialog.html'],
          matches: hosts,
          ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
        },
      ],
      ...(browser === 'firefox'
        ? {
            browser_specific_settings: {
              gecko: {
                id: 'sluice@sluice.invalid',
                strict_min_version: '140.0',
                data_collection_permissions: { required: ['none'] },
              },
            },
          }
        : { minimum_chrome_version: '130', storage: { managed_schema: 'managed.json' } }),
    };
  },
  vite: ({ browser }) => ({
    resolve: {
      alias: {
        '#engine': `${root}guard/engine.${browser === 'firefox' ? 'firefox' : 'chromium'}.ts`,
      },
    },
    plugins: [sluiceWasm(), withoutAssets()],
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    build: { modulePreload: { polyfill: false }, sourcemap: false },
  }),
});
