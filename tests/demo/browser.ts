/** The built page in a real Chromium. */
import { fileURLToPath } from 'node:url';
import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { type Site, serve } from './server.js';

const DIST = fileURLToPath(new URL('../../demo/dist', import.meta.url));
export const SAMPLES = fileURLToPath(new URL('../../demo/samples', import.meta.url));

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Exceptions and console errors of the page so far. */
  readonly errors: readonly string[];
}

/** A page to which files are missing; it shows no verdict, so none is waited for. */
export interface Broken {
  readonly without: RegExp;
}

export interface Demo {
  readonly site: Site;
  /** A page in a profile of its own, once it shows its first verdict. */
  open(hash?: string, options?: BrowserContextOptions, broken?: Broken): Promise<Opened>;
  close(): Promise<void>;
}

export async function startDemo(): Promise<Demo> {
  const site = await serve(DIST);
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    chromiumSandbox: false,
  });
  return {
    site,
    async open(hash = '', options = {}, broken) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        ...options,
      });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      if (broken) await context.route(broken.without, (route) => route.abort());
      await page.goto(site.url + hash);
      if (broken) return { page, context, errors };
      await page.locator('.verdict[data-action]').first().waitFor({ state: 'attached' });
      return { page, context, errors };
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/** The part of the page that is the view. */
export function viewOf(page: Page, name: 'text' | 'rules' | 'policy'): Locator {
  return page.locator(`.${name}-view`);
}

/** The words of an element as a reader sees them, hidden ones left out. */
export async function wordsOf(element: Locator): Promise<string> {
  return await element.innerText();
}

/** The lines of an editor that are drawn: all of them, for a text of a screen or less. */
export async function editorText(editor: Locator): Promise<string> {
  const lines = await editor.locator('.cm-line').allTextContents();
  return lines.join('\n');
}

/** Puts the cursor at the end of an editor and types. */
export async function typeAtEnd(editor: Locator, text: string): Promise<void> {
  await editor.locator('.cm-content').focus();
  await editor.page().keyboard.press('Control+End');
  await editor.page().keyboard.insertText(text);
}

/** Replaces all that an editor holds. */
export async function setEditor(editor: Locator, text: string): Promise<void> {
  await editor.locator('.cm-content').focus();
  await editor.page().keyboard.press('Control+a');
  await editor.page().keyboard.insertText(text);
}

/** What is selected in an editor. */
export async function selectionIn(editor: Locator): Promise<string> {
  return await editor.evaluate((host) => {
    const root = host.shadowRoot as (ShadowRoot & { getSelection(): Selection | null }) | null;
    return root?.getSelection()?.toString() ?? '';
  });
}

/** The texts of all marks, by the index of their finding. */
export async function markedTexts(editor: Locator): Promise<Readonly<Record<string, string>>> {
  return await editor.evaluate((host) => {
    const texts: Record<string, string> = {};
    let line: Element | null = null;
    for (const mark of host.shadowRoot?.querySelectorAll('[data-findings]') ?? []) {
      const index = mark.getAttribute('data-findings') ?? '';
      const own = mark.closest('.cm-line');
      texts[index] =
        (texts[index] ?? '') + (texts[index] && own !== line ? '\n' : '') + mark.textContent;
      line = own;
    }
    return texts;
  });
}
