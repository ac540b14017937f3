/** What a curious or hostile page can learn or do: nothing. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page, Worker } from 'playwright-core';
import {
  type Browser,
  chat,
  closed,
  copy,
  dialogOf,
  key,
  launch,
  openEditor,
  paste,
  press,
  seen,
  state,
  until,
} from './chromium.js';
import { awsKey, email } from './values.js';

const text = `key ${awsKey} and ${email}`;

describe('secrecy', () => {
  let browser: Browser;
  before(async () => {
    browser = await launch();
    await copy(browser.context, { text });
  });
  after(() => browser.close());

  async function stopped(): Promise<Page> {
    const page = await openEditor(browser.context, 'textarea');
    await paste(page);
    return page;
  }

  it('a page finds no value, no sample and no word of the dialog', async () => {
    const page = await stopped();
    const found = await page.evaluate(() => {
      const words = ['AKIA', 'AWS access', 'jan.', 'Paste without'];
      document.getSelection()?.selectAllChildren(document.documentElement);
      const selected = String(document.getSelection());
      const everything = document.documentElement.outerHTML + selected;
      const find = (window as unknown as { find(text: string): boolean }).find.bind(window);
      return words.filter((word) => find(word) || everything.includes(word));
    });
    assert.deepEqual(found, []);
    await page.close();
  });

  it('a page has no way to the frame', async () => {
    const page = await stopped();
    const ways = await page.evaluate(() => {
      const host = [...document.documentElement.children].at(-1) as HTMLElement;
      const entries = performance.getEntries().map((entry) => entry.name);
      return {
        frames: window.length,
        root: host.shadowRoot,
        inside: host.innerHTML,
        attributes: host.getAttributeNames(),
        listed: entries.filter((name) => name.includes('extension')),
        active: document.activeElement === host,
      };
    });
    const { attributes, active, ...rest } = ways;
    assert.deepEqual(rest, { frames: 0, root: null, inside: '', listed: [] });
    assert.deepEqual(attributes, ['popover'], 'nothing to recognise us by');
    assert.ok(active, 'the host is what the page sees in focus');
    await page.close();
  });

  it('a page sees none of the keys', async () => {
    const page = await stopped();
    const frame = await dialogOf(page);
    await press(frame, 'Paste as is …');
    const before = await seen(page);
    await page.keyboard.type('secretreason');
    assert.equal(await seen(page), before);
    await page.close();
  });

  it('a page hears nothing of the paste, and its own pastes tell it nothing', async () => {
    const page = await stopped();
    assert.ok(!(await seen(page)).includes('"paste",true'));
    await key(page, 'Escape');
    await closed(page);
    const answer = await page.evaluate((value) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', value);
      const init = { clipboardData, bubbles: true, cancelable: true, composed: true };
      const event = new ClipboardEvent('paste', init);
      window.mounted.field.dispatchEvent(event);
      return {
        prevented: event.defaultPrevented,
        children: document.documentElement.children.length,
      };
    }, text);
    assert.deepEqual(answer, { prevented: false, children: 2 });
    await page.close();
  });

  it('made-up clicks and keys do nothing', async () => {
    const page = await stopped();
    await page.evaluate(() => {
      const host = [...document.documentElement.children].at(-1) as HTMLElement;
      host.click();
      for (const name of ['Enter', 'Escape']) {
        for (const target of [host, window, document.body]) {
          target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
        }
      }
      window.postMessage('sluice-dialog', '*', [new MessageChannel().port2]);
    });
    const frame = await dialogOf(page);
    assert.equal(await frame.getByRole('alertdialog').count(), 1);
    assert.equal(await state(page), '');
    await page.close();
  });

  for (const [way, act] of [
    ['removes', 'remove'],
    ['hides', 'hidePopover'],
  ] as const) {
    it(`a page that ${way} the dialog has cancelled it`, async () => {
      const page = await stopped();
      await page.evaluate((name) => {
        const host = [...document.documentElement.children].at(-1) as HTMLElement;
        host[name]();
      }, act);
      await closed(page);
      assert.equal(await state(page), '');
      await page.close();
    });
  }

  it('a covered dialog takes no risky choice', async () => {
    const page = await stopped();
    const frame = await dialogOf(page);
    await press(frame, 'Paste as is …');
    await frame.getByRole('textbox').fill('a good reason');
    const confirm = frame.getByRole('button', { name: 'Paste as is', exact: true });
    await until(async () => ((await confirm.isEnabled()) ? true : undefined), 'consent');
    await page.evaluate(() => {
      document.documentElement.style.opacity = '0.5';
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'inset:0;width:100%;height:100%;pointer-events:none;background:#fff';
      document.body.append(cover);
      cover.showPopover();
    });
    await until(async () => ((await confirm.isDisabled()) ? true : undefined), 'refusal');
    await page.close();
  });

  it('a page cannot move the dialog away or make it see-through', async () => {
    const page = await stopped();
    const box = await page.evaluate(() => {
      const host = [...document.documentElement.children].at(-1) as HTMLElement;
      host.style.cssText = 'opacity:0!important;transform:scale(0)!important;left:-999px!important';
      const { opacity, transform } = getComputedStyle(host);
      return { opacity, transform, left: host.getBoundingClientRect().left };
    });
    assert.equal(box.opacity, '1');
    assert.equal(box.transform, 'none');
    assert.ok(box.left >= 0);
    await page.close();
  });

  it('a page that writes its document anew is still guarded', async () => {
    const page = await browser.context.newPage();
    await page.goto(chat);
    await page.bringToFront();
    await page.evaluate(() => {
      document.open();
      document.write('<textarea></textarea><p>anew</p>');
      document.close();
    });
    await page.click('textarea');
    await paste(page);
    assert.equal(await page.inputValue('textarea'), '');
    await page.close();
  });

  it('frames without an address are guarded', async () => {
    const page = await browser.context.newPage();
    await page.goto(chat);
    await page.bringToFront();
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<textarea></textarea>';
      document.body.append(frame);
    });
    await page.frameLocator('iframe').locator('textarea').click();
    await paste(page);
    assert.equal(await page.frameLocator('iframe').locator('textarea').inputValue(), '');
    await page.close();
  });

  it('a drop is stopped like a paste', async () => {
    const page = await openEditor(browser.context, 'prosemirror');
    const session = await browser.context.newCDPSession(page);
    const items = [{ mimeType: 'text/plain', data: `dropped ${awsKey}` }];
    const data = { items, files: [], dragOperationsMask: 1 };
    const { x, y, width, height } = (await page.locator('[data-field]').boundingBox()) ?? raise();
    const place = { x: x + width / 2, y: y + height / 2, data };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, ...place });
    }
    await dialogOf(page);
    await key(page, 'Enter');
    await until(
      async () => ((await state(page)).includes('dropped [AWS') ? true : undefined),
      'text',
    );
    assert.ok(!(await seen(page)).includes(awsKey));
    await page.close();
  });

  it('after an update the first guard of an open page stays', async () => {
    const own = await launch();
    await copy(own.context, { text });
    const page = await openEditor(own.context, 'textarea');
    const [worker] = own.context.serviceWorkers();
    const next = own.context.waitForEvent('serviceworker');
    await worker?.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    const renewed = await next;
    await until(() => badgeOf(renewed), 'badge on a page that was open before');
    await page.keyboard.press('Control+V');
    const pasted = await until(async () => (await state(page)) || undefined, 'text');
    assert.equal(pasted, 'key [AWS_KEY_ID_1] and [EMAIL_1]');
    assert.ok(!(await seen(page)).includes(awsKey));
    await own.close();
  });

  it('outlives its extension, and then decides alone', async () => {
    const own = await launch();
    await copy(own.context, { text });
    const page = await openEditor(own.context, 'textarea');
    const [worker] = own.context.serviceWorkers();
    await worker?.evaluate(() => chrome.management.uninstallSelf()).catch(() => undefined);
    await page.waitForTimeout(1000);
    await page.keyboard.press('Control+V');
    const pasted = await until(async () => (await state(page)) || undefined, 'text');
    assert.equal(pasted, 'key [AWS_KEY_ID_1] and [EMAIL_1]');
    assert.ok(!(await seen(page)).includes(awsKey));
    await own.close();
  });

  it('nothing was asked of any network, and no report was sent', () => {
    assert.deepEqual(browser.strangers, []);
    assert.deepEqual(
      browser.sent.filter((request) => request.includes('/report') || request.includes(awsKey)),
      [],
    );
  });
});

declare const chrome: typeof import('wxt/browser').browser;

async function badgeOf(worker: Worker): Promise<string | undefined> {
  const text = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://chatgpt.com/*' });
    return tab?.id === undefined ? '' : await chrome.action.getBadgeText({ tabId: tab.id });
  });
  return text === '' ? undefined : text;
}

function raise(): never {
  throw new Error('the editor is not on the page');
}
