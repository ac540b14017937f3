/** Firefox: the same guard, with the engine in WebAssembly. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser, type KeyInput, type Page } from 'puppeteer-core';
import { until } from './chromium.js';
import type {} from './fixtures/mounted.js';
import { answer, root } from './pages.js';
import { awsKey } from './values.js';

const host = 'chatgpt.com';
const redacted = 'first\n  [AWS_KEY_ID_1] x\nlast';

/** A certificate for the stand-in, made for this run. */
function certificate(): { readonly key: Buffer; readonly cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  const files = ['-keyout', key, '-out', cert];
  const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', ...kind, ...files, ...subject], { stdio: 'ignore' });
  const made = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return made;
}

/** Stands in for every host; remembers what was asked of the chat site. */
async function listen(asked: string[]): Promise<Server> {
  const server = createServer(certificate(), async (request, response) => {
    if (request.headers.host !== host) return void response.writeHead(404).end();
    const { pathname } = new URL(request.url ?? '/', `https://${host}`);
    asked.push(pathname);
    const { contentType, headers, body } = await answer(pathname);
    response.writeHead(200, { 'content-type': contentType, ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function launch(port: number): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    acceptInsecureCerts: true,
    extraPrefsFirefox: {
      // Every name is this machine, and every secure connection goes to our server.
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${port}`,
    },
  });
  await browser.installExtension(`${root}extension/.output/firefox-mv3`);
  return browser;
}

async function combine(page: Page, key: KeyInput): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

describe('firefox', () => {
  const asked: string[] = [];
  let server: Server;
  let browser: Browser;
  before(async () => {
    server = await listen(asked);
    browser = await launch((server.address() as AddressInfo).port);
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  /** Copies by hand, from a field on the page. */
  async function openWith(editor: string, text: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(`https://${host}/?editor=${editor}`);
    await page.evaluate((value) => {
      const source = document.createElement('textarea');
      source.id = 'source';
      source.value = value;
      document.body.prepend(source);
      source.select();
      source.focus();
      window.mounted.field.id = 'target';
    }, text);
    await combine(page, 'c');
    await page.evaluate(() => document.querySelector('#source')?.remove());
    await page.click('#target');
    await page.evaluate(() => {
      window.seen.length = 0;
    });
    return page;
  }

  const state = (page: Page) => page.evaluate(() => window.mounted.state());

  async function changed(page: Page, from: string): Promise<string> {
    return until(async () => {
      const now = await state(page);
      return now === from ? undefined : now;
    }, 'change in the editor');
  }

  /** The host of the dialog has the focus once its frame has started. */
  async function dialog(page: Page): Promise<void> {
    await until(async () => {
      const open = await page.evaluate(() => document.activeElement?.getAttribute('popover'));
      return open === 'manual' ? true : undefined;
    }, 'dialog');
    // The frame takes the list before it takes a key.
    await new Promise((resolve) => setTimeout(resolve, 500));
  }

  for (const editor of ['textarea', 'prosemirror', 'tiptap', 'lexical', 'quill']) {
    it(`${editor}: takes the text without the value, and gives it back in one step`, async () => {
      const page = await openWith(editor, `first\n  ${awsKey} x\nlast`);
      const empty = await state(page);
      await combine(page, 'v');
      await dialog(page);
      assert.equal(await state(page), empty, 'nothing goes in before the choice');
      await page.keyboard.press('Enter');
      const pasted = await changed(page, empty);
      for (const line of redacted.split('\n')) assert.ok(pasted.includes(line.trim()), pasted);
      if (editor === 'textarea') assert.equal(pasted, redacted);
      const told = await page.evaluate(() => window.seen.join('\n'));
      assert.ok(!told.includes(awsKey), 'the page was told the value');
      await new Promise((resolve) => setTimeout(resolve, 1100));
      await combine(page, 'z');
      assert.equal(await changed(page, pasted), empty);
      await page.close();
    });
  }

  it('leaves a clean paste to the browser', async () => {
    const page = await openWith('prosemirror', 'one\ntwo');
    const empty = await state(page);
    await combine(page, 'v');
    assert.match(await changed(page, empty), /one.*two/);
    const told = await page.evaluate(() => window.seen.join('\n'));
    assert.match(told, /"paste",true/);
    await page.close();
  });

  it('asks nothing of the site', () => {
    const own = ['/', '/editors.js', '/page.css', '/favicon.ico'];
    assert.deepEqual(
      asked.filter((path) => !own.includes(path)),
      [],
    );
  });
});
