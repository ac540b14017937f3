/** Real Chromium with the built extension, and pages that stand in for the chat sites. */
import {
  type BrowserContext,
  chromium,
  type Frame,
  type Page,
  type Request,
} from 'playwright-core';
import type { DecisionRecord } from '../../extension/background/records.js';
import type {} from './fixtures/mounted.js';
import { answer, root } from './pages.js';

/** The part of the extension's own interface that the tests use in its worker. */
declare const chrome: typeof import('wxt/browser').browser;

export const built = `${root}extension/.output/chrome-mv3`;
export const chat = 'https://chatgpt.com/';

export interface Browser {
  readonly context: BrowserContext;
  /** Every request of any page, frame or worker that was not for a fixture or our own files. */
  readonly strangers: readonly string[];
  /** Addresses and bodies of all requests to the chat site. */
  readonly sent: readonly string[];
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly language?: string;
  readonly extension?: string | undefined;
}

export async function launch({
  language = 'en-US',
  extension = built,
}: LaunchOptions = {}): Promise<Browser> {
  const load = [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
  const context = await chromium.launchPersistentContext('', {
    executablePath: '/usr/bin/chromium',
    headless: true,
    // The browser's own sandbox does not start for root.
    chromiumSandbox: false,
    // Lets each test choose; the default would force "light".
    colorScheme: null,
    viewport: { width: 800, height: 600 },
    locale: language,
    args: [`--lang=${language}`, ...(extension === '' ? [] : load)],
  });
  const strangers: string[] = [];
  const sent: string[] = [];
  context.on('request', (request) => note(request, strangers, sent));
  await serve(context);
  if (extension !== '' && context.serviceWorkers().length === 0) {
    await context.waitForEvent('serviceworker');
  }
  return { context, strangers, sent, close: () => context.close() };
}

function note(request: Request, strangers: string[], sent: string[]): void {
  const url = request.url();
  const own = ['chrome-extension:', 'about:', 'data:', 'blob:'].includes(new URL(url).protocol);
  if (url.startsWith(chat)) sent.push(`${url} ${request.postData() ?? ''}`);
  else if (!own && !new URL(url).hostname.endsWith('.example')) strangers.push(url);
}

/** Answers for the chat sites and for `*.example`; nothing reaches a network. */
async function serve(context: BrowserContext): Promise<void> {
  await context.route(/^https?:/, async (route) => {
    const { hostname, pathname } = new URL(route.request().url());
    if (hostname === 'source.example') {
      await route.fulfill({ contentType: 'text/html', body: '<textarea></textarea>' });
    } else {
      await route.fulfill(await answer(pathname));
    }
  });
}

export interface ClipboardText {
  readonly text?: string;
  readonly html?: string;
}

/** Fills the clipboard from a site of no interest, as a person would. */
export async function copy(context: BrowserContext, { text, html }: ClipboardText): Promise<void> {
  const origin = 'https://source.example';
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  const page = await context.newPage();
  await page.goto(origin);
  await page.bringToFront();
  await page.evaluate(
    async (flavours) => {
      const entries = Object.entries(flavours).map(([type, value]) => {
        return [type, new Blob([value], { type })] as const;
      });
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(entries))]);
    },
    {
      ...(text === undefined ? {} : { 'text/plain': text }),
      ...(html === undefined ? {} : { 'text/html': html }),
    },
  );
  await page.close();
}

/** A chat page with one editor, the caret in it. */
export async function openEditor(context: BrowserContext, editor: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${chat}?editor=${editor}`);
  await page.bringToFront();
  await page.evaluate(() => window.mounted.field.setAttribute('data-field', ''));
  await page.click('[data-field]');
  return page;
}

export function state(page: Page): Promise<string> {
  return page.evaluate(() => window.mounted.state());
}

/** All that the page was told so far. */
export function seen(page: Page): Promise<string> {
  return page.evaluate(() => window.seen.join('\n'));
}

function dialogFrame(page: Page): Frame | undefined {
  return page.frames().find((frame) => frame.url().startsWith('chrome-extension:'));
}

/** The dialog's frame, ready for a choice: a key pressed before it has the focus goes astray. */
export async function dialogOf(page: Page): Promise<Frame> {
  const frame = await until(() => dialogFrame(page), 'a dialog');
  await frame.waitForSelector('[role=alertdialog] :focus');
  return frame;
}

/** Until `probe` gives something. */
export async function until<T>(
  probe: () => T | undefined | Promise<T | undefined>,
  what: string,
): Promise<T> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const result = await probe();
    if (result !== undefined) return result;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`no ${what}`);
}

export async function paste(page: Page): Promise<Frame> {
  await page.keyboard.press('Control+V');
  return dialogOf(page);
}

/** Presses a button by the keyboard: the dialog may move under a pointer while it resizes. */
export async function press(frame: Frame, name: string): Promise<void> {
  const button = frame.getByRole('button', { name, exact: true });
  await until(async () => ((await button.isEnabled()) ? true : undefined), name);
  await ifOpen(button.press('Enter'));
}

/** Until the dialog has left the page. */
export async function closed(page: Page): Promise<void> {
  await until(() => (dialogFrame(page) === undefined ? true : undefined), 'end of the dialog');
}

/** Presses a key that may close the frame it goes to. */
export async function key(page: Page, name: string): Promise<void> {
  await ifOpen(page.keyboard.press(name));
}

/** The frame may be gone before the browser has answered. */
async function ifOpen(action: Promise<void>): Promise<void> {
  await action.catch((error: Error) => {
    if (!/closed|detached/.test(error.message)) throw error;
  });
}

/** Gives the guards another policy, as the background would for an administrator's. */
export async function setPolicy({ context }: Browser, policy: object | undefined): Promise<void> {
  const [worker] = context.serviceWorkers();
  if (policy === undefined) await worker?.evaluate(() => chrome.storage.local.remove('policy'));
  else await worker?.evaluate((value) => chrome.storage.local.set({ policy: value }), policy);
}

export async function records({ context }: Browser): Promise<readonly DecisionRecord[]> {
  const [worker] = context.serviceWorkers();
  const stored = await worker?.evaluate(() => chrome.storage.local.get('records'));
  return (stored?.records as DecisionRecord[] | undefined) ?? [];
}
