/** The page keeps the text to itself: no request, no address, no storage holds any of it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { type Demo, setEditor, startDemo, typeAtEnd, viewOf } from './browser.js';

const SECRET = 'mail zilverpapier@voorbeeldbedrijf.nl';

let demo: Demo;
before(async () => {
  demo = await startDemo();
});
after(() => demo.close());

/** Uses everything the page can do with a text. */
async function useEverything(page: Page): Promise<void> {
  const text = viewOf(page, 'text');
  await setEditor(text.locator('.editor').first(), SECRET);
  await text.locator('.finding', { hasText: 'email-address' }).first().waitFor();
  await typeAtEnd(text.locator('.editor').first(), ' ticket OPS-1234');
  await text.getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('link', { name: 'Rules' }).click();
  await page.getByText('Valid. 4 of 4').first().waitFor();
  await page.getByRole('switch', { name: /Use it on the text/ }).check();
  await page.getByText('1 finding in the text').waitFor();
  await setEditor(viewOf(page, 'rules').locator('.editor'), '{}');
  await page.locator('.problems').waitFor();
  await page.getByRole('link', { name: 'Policy' }).click();
  await page.getByRole('radio', { name: 'Strict' }).check({ force: true });
  await page.getByRole('row', { name: /Ticket of the operations desk.*blocked/ }).waitFor();
  await page.getByRole('radio', { name: 'Nederlands' }).check({ force: true });
  await page.getByRole('link', { name: 'Tekst' }).click();
}

/** The page has read what it will ever need. */
async function waitForAssets(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Rules' }).click();
  await page.getByText('Valid. 4 of 4').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.getByRole('link', { name: 'Text' }).click();
}

describe('the page', () => {
  it('asks for nothing once it is loaded, and works without a network', async () => {
    const { page, context, errors } = await demo.open();
    await waitForAssets(page);
    const asked = [...demo.site.asked];
    await context.setOffline(true);
    await useEverything(page);
    assert.deepEqual(demo.site.asked, asked);
    assert.deepEqual(errors, []);
    await context.close();
  });

  it('asks only for its own files, without a word in the request', async () => {
    const { page, context } = await demo.open();
    const strangers: string[] = [];
    context.on('request', (request) => {
      const own = request.url().startsWith(demo.site.url) && request.method() === 'GET';
      const { search } = new URL(request.url());
      if (!own || search || request.postData()) strangers.push(request.url());
    });
    await useEverything(page);
    await page.reload();
    await page.locator('.verdict[data-action]').first().waitFor();
    assert.deepEqual(strangers, []);
    await context.close();
  });

  it('leaves no text in the address or in any storage', async () => {
    const { page, context } = await demo.open();
    await useEverything(page);
    await page.waitForFunction(() => location.hash.includes('policy='));
    const { hash } = new URL(page.url());
    assert.doesNotMatch(hash, /zilverpapier|OPS-1234/);
    for (const code of new URLSearchParams(hash.split('?')[1]).values()) {
      const { inflateRawSync } = await import('node:zlib');
      const kept = inflateRawSync(Buffer.from(code, 'base64url')).toString();
      assert.doesNotMatch(kept, /zilverpapier|OPS-1234/);
    }
    const stored = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookie: document.cookie,
      databases: (await indexedDB.databases()).length,
      history: JSON.stringify(history.state),
    }));
    assert.deepEqual(stored, {
      local: 0,
      session: 0,
      cookie: '',
      databases: 0,
      history: '{"written":true}',
    });
    await context.close();
  });

  it('is held to that by its own policy', async () => {
    const { page, context } = await demo.open();
    const refused = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        violations.push(event.effectiveDirective);
      });
      await fetch('https://example.com/').catch(() => undefined);
      const image = new Image();
      image.src = 'https://example.com/pixel.png';
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.head.append(script);
      await new Promise((done) => setTimeout(done, 200));
      return { violations, ran: document.title === 'ran' };
    });
    assert.deepEqual(refused.violations.sort(), ['connect-src', 'img-src', 'script-src-elem']);
    assert.equal(refused.ran, false);
    await context.close();
  });
});
