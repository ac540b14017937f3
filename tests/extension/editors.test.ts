/** Real editors: nothing of a value reaches them, and a clean paste is the browser's own. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import {
  type Browser,
  closed,
  copy,
  key,
  launch,
  openEditor,
  paste,
  seen,
  state,
  until,
} from './chromium.js';
import { awsKey } from './values.js';

const editors = [
  'textarea',
  'input',
  'react',
  'contenteditable',
  'plaintext-only',
  'prosemirror',
  'tiptap',
  'lexical',
  'quill',
  'closed-root',
];

/** Without an editor behind them the browser's own command puts an empty line between lines. */
const bare = ['contenteditable', 'plaintext-only'];

const secret = `first\n  second ${awsKey}\nlast`;
const redacted = 'first\n  second [AWS_KEY_ID_1]\nlast';
const clean = {
  text: 'one\n  two\nthree',
  html: '<p>one</p><p>&nbsp; <b>two</b></p><p><a href="https://a.example/">three</a></p>',
};

/** Editors join a paste to the typing just before it; this is longer than any of them looks back. */
const apart = 1100;

async function typeFirst(page: Page): Promise<string> {
  await page.keyboard.type('pre ');
  await page.waitForTimeout(apart);
  return state(page);
}

async function changed(page: Page, from: string): Promise<string> {
  return until(async () => {
    const now = await state(page);
    return now === from ? undefined : now;
  }, 'change in the editor');
}

describe('editors', () => {
  let guarded: Browser;
  let plain: Browser;
  before(async () => {
    [guarded, plain] = await Promise.all([launch(), launch({ extension: '' })]);
  });
  after(() => Promise.all([guarded.close(), plain.close()]));

  /** What the browser alone makes of a paste. */
  async function nativePaste(editor: string, text: string): Promise<string> {
    await copy(plain.context, { text });
    const page = await openEditor(plain.context, editor);
    const empty = await typeFirst(page);
    await page.keyboard.press('Control+V');
    const pasted = await changed(page, empty);
    await page.close();
    return pasted;
  }

  for (const editor of editors) {
    it(`${editor}: takes the text without the value, and gives it back in one step`, async () => {
      await copy(guarded.context, { text: secret });
      const page = await openEditor(guarded.context, editor);
      const empty = await typeFirst(page);
      await paste(page);
      assert.equal(await state(page), empty, 'nothing goes in before the choice');
      await key(page, 'Enter');
      const pasted = await changed(page, empty);
      const expected = await nativePaste(editor, redacted);
      if (bare.includes(editor)) assert.equal(squeezed(pasted), squeezed(expected));
      else assert.equal(pasted, expected);
      await closed(page);
      await page.waitForTimeout(apart);
      await page.keyboard.press('Control+Z');
      assert.equal(await changed(page, pasted), empty);
      assert.ok(!(await seen(page)).includes(awsKey), 'the page was told the value');
      assert.ok(!guarded.sent.join('\n').includes(awsKey), 'the value was sent');
      await page.close();
    });

    it(`${editor}: a clean paste is the browser's own`, async () => {
      const results = [];
      for (const { context } of [guarded, plain]) {
        await copy(context, clean);
        const page = await openEditor(context, editor);
        await page.keyboard.press('Control+V');
        await until(async () => ((await state(page)).includes('three') ? true : undefined), 'text');
        results.push({ state: await state(page), seen: await seen(page) });
        await page.close();
      }
      assert.deepEqual(results[0], results[1]);
    });
  }
});

function squeezed(text: string): string {
  return text.replace(/\n+/gu, '\n');
}
