/** Takes the pictures of the documentation: `node --import tsx tests/demo/screenshots.ts`. */
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { setEditor, startDemo, viewOf } from './browser.js';

interface Picture {
  readonly name: string;
  readonly hash?: string;
  readonly options?: BrowserContextOptions;
  readonly prepare?: (page: Page) => Promise<void>;
}

const dark = { colorScheme: 'dark' } as const;

const PICTURES: readonly Picture[] = [
  {
    name: 'text',
    prepare: (page) => page.locator('.finding', { hasText: 'nl-bsn' }).hover(),
  },
  { name: 'text-dark', options: { ...dark, locale: 'nl-NL' } },
  { name: 'text-narrow', options: { viewport: { width: 320, height: 640 } } },
  { name: 'rules', hash: '#/rules' },
  {
    name: 'rules-problem',
    hash: '#/rules',
    prepare: async (page) => {
      const rules = viewOf(page, 'rules');
      const lines = await rules.locator('.cm-line').allTextContents();
      await setEditor(rules.locator('.editor'), lines.join('\n').replace('{4,5})', '{4})'));
      await page.locator('.failed').waitFor();
      await page.locator('h1').click({ force: true });
    },
  },
  {
    name: 'policy',
    hash: '#/policy',
    prepare: (page) => page.getByRole('radio', { name: 'Strict' }).check({ force: true }),
  },
];

const demo = await startDemo();
for (const { name, hash = '', options = {}, prepare } of PICTURES) {
  const { page, context } = await demo.open(hash, { reducedMotion: 'reduce', ...options });
  await page.locator('.examples .passed').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => {
    const title = document.querySelector('.timing')?.getAttribute('title') ?? '';
    return !/ 1 /.test(title);
  });
  await prepare?.(page);
  await page.waitForTimeout(500);
  const path = fileURLToPath(new URL(`../../docs/images/demo-${name}.png`, import.meta.url));
  await page.screenshot({ path });
  await context.close();
  console.log(path);
}
await demo.close();
