/** The popup says what is so: each state is brought about, not set. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page, Worker } from 'playwright-core';
import {
  type Browser,
  closed,
  copy,
  key,
  launch,
  openEditor,
  paste,
  state,
  until,
} from './chromium.js';
import { root } from './pages.js';
import { awsKey, email } from './values.js';

declare const chrome: typeof import('wxt/browser').browser;

describe('popup', () => {
  let browser: Browser;
  let worker: Worker;
  before(async () => {
    browser = await launch();
    worker = browser.context.serviceWorkers()[0] ?? assert.fail('no background');
  });
  after(() => browser.close());

  async function open(url: string): Promise<Page> {
    const page = await browser.context.newPage();
    await page.goto(url);
    return page;
  }

  /** The popup as a page of its own, about the tab that is in front now. */
  async function popupFor(page: Page): Promise<Page> {
    await page.bringToFront();
    const [tab] = await worker.evaluate(() => chrome.tabs.query({ active: true }));
    const id = new URL(worker.url()).hostname;
    const popup = await open(`chrome-extension://${id}/popup.html?tab=${tab?.id}`);
    await popup.setViewportSize({ width: 320, height: 260 });
    await popup.waitForSelector('h1');
    return popup;
  }

  async function textFor(page: Page): Promise<string> {
    const popup = await popupFor(page);
    const text = await popup.locator('main').innerText();
    await popup.close();
    await page.close();
    return text;
  }

  it('guarding, with nothing stopped today', async () => {
    const text = await textFor(await open('https://chatgpt.com/'));
    assert.match(text, /^Guarding chatgpt\.com/);
    assert.match(text, /Nothing was stopped so far/);
    assert.match(text, /Sluice \d+\.\d+\.\d+/);
  });

  it('counts what was stopped today', async () => {
    await copy(browser.context, { text: `${awsKey} ${email}` });
    const page = await openEditor(browser.context, 'textarea');
    await paste(page);
    await key(page, 'Enter');
    await closed(page);
    await until(async () => (await state(page)) || undefined, 'text');
    await until(async () => {
      const { records } = await worker.evaluate(() => chrome.storage.local.get('records'));
      return records ?? undefined;
    }, 'record');
    const popup = await popupFor(page);
    await popup.emulateMedia({ colorScheme: 'light' });
    const text = await popup.locator('main').innerText();
    assert.match(text, /1 paste was stopped/);
    assert.match(text, /2 values were kept out/);
    await popup.screenshot({ path: `${root}docs/images/popup.png` });
    await popup.close();
    await page.close();
  });

  it('not guarding a site that is not in the list', async () => {
    const text = await textFor(await open('https://other.example/'));
    assert.match(text, /^Not guarding/);
    assert.match(text, /not in the list/);
  });

  it('not guarding the other pages of a site', async () => {
    assert.match(await textFor(await open('https://github.com/acme/shop')), /only the AI chat/);
    assert.match(await textFor(await open('https://github.com/copilot')), /^Guarding github\.com/);
  });

  it('not guarding where the browser forbids it', async () => {
    const id = new URL(worker.url()).hostname;
    const page = await open(`chrome-extension://${id}/popup.html?tab=0`);
    assert.match(await textFor(page), /lets no extension work/);
  });

  it('not guarding without permission', async () => {
    const settings = await open('chrome://extensions/');
    await settings.evaluate((extensionId) => {
      return (
        globalThis as unknown as Settings
      ).chrome.developerPrivate.updateExtensionConfiguration({
        extensionId,
        hostAccess: 'ON_CLICK',
      });
    }, new URL(worker.url()).hostname);
    await settings.close();
    const all = await until(
      () => worker.evaluate(() => chrome.action.getBadgeText({})).then((text) => text || undefined),
      'badge',
    );
    assert.equal(all, '!');
  });

  it('not fully guarding a page that was open before it', async () => {
    const own = await launch();
    const before = browser;
    const page = await openEditor(own.context, 'textarea');
    const next = own.context.waitForEvent('serviceworker');
    const [old] = own.context.serviceWorkers();
    await old?.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    [browser, worker] = [own, await next];
    await until(async () => {
      const [tab] = await worker.evaluate(() => chrome.tabs.query({ active: true }));
      const tabId = tab?.id ?? -1;
      const badge = await worker.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
      return badge === '!' ? true : undefined;
    }, 'badge');
    assert.match(await textFor(page), /was open before Sluice was/);
    await own.close();
    browser = before;
  });
});

/** What the browser's own settings page can call. */
interface Settings {
  readonly chrome: {
    readonly developerPrivate: {
      updateExtensionConfiguration(update: object): Promise<void>;
    };
  };
}
