/** Third view: a policy, and what it makes of the text of the first view. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import {
  type Demo,
  editorText,
  SAMPLES,
  setEditor,
  startDemo,
  viewOf,
  wordsOf,
} from './browser.js';

let demo: Demo;
before(async () => {
  demo = await startDemo();
});
after(() => demo.close());

async function onPage(test: (page: Page) => Promise<void>, hash = '#/policy'): Promise<void> {
  const { page, context, errors } = await demo.open(hash);
  await test(page);
  assert.deepEqual(errors, []);
  await context.close();
}

const verdictOf = (page: Page): Locator => viewOf(page, 'policy').locator('.verdict');
const waitForAction = (page: Page, action: string) =>
  viewOf(page, 'policy').locator(`.verdict[data-action=${action}]`).waitFor();
const choose = (page: Page, name: string) =>
  page.getByRole('radio', { name, exact: true }).check({ force: true });

describe('the policy view', () => {
  it('shows what the default policy does and what the chat gets', () =>
    onPage(async (page) => {
      await waitForAction(page, 'redact');
      const bubble = await wordsOf(page.locator('.bubble'));
      assert.match(bubble, /BSN \[BSN_1\]/);
      assert.doesNotMatch(bubble, /238471068/);
      await page.getByRole('row', { name: /Source code.*noted/ }).waitFor();
    }));

  it('stops the text under the strict one', () =>
    onPage(async (page) => {
      await choose(page, 'Strict');
      await waitForAction(page, 'block');
      assert.match(await wordsOf(verdictOf(page)), /Would be stopped/);
      assert.equal(await page.locator('.bubble').count(), 0);
      await page.getByText('Nothing: the text is stopped.').waitFor();
      await page.getByRole('row', { name: /Source code.*blocked/ }).waitFor();
    }));

  it('lets all of it through under the one that only looks', () =>
    onPage(async (page) => {
      await choose(page, 'Monitor only');
      await waitForAction(page, 'log');
      const sample = await readFile(join(SAMPLES, 'mail.txt'), 'utf8');
      assert.equal(await page.locator('.bubble').textContent(), sample);
    }));

  it('takes a policy of one’s own, and a link carries it', () =>
    onPage(async (page) => {
      const own = {
        id: 'own',
        clauses: [{ rules: ['nl-bsn'], action: 'block' }, { action: 'allow' }],
      };
      await setEditor(viewOf(page, 'policy').locator('.editor'), JSON.stringify(own));
      await waitForAction(page, 'block');
      assert.ok(await page.getByRole('radio', { name: 'Your own' }).isChecked());
      await page.waitForFunction(() => location.hash.includes('policy='));
      await onPage((other) => waitForAction(other, 'block'), new URL(page.url()).hash);
    }));

  it('shows a mistake at its place and goes on with the policy before', () =>
    onPage(async (page) => {
      const editor = viewOf(page, 'policy').locator('.editor');
      const file = await editorText(editor);
      await setEditor(editor, file.replace('"action": "log"', '"action": "shout"'));
      await page
        .getByRole('alert')
        .getByText(/must be one of allow, log/)
        .waitFor();
      assert.deepEqual(await editor.locator('.cm-lintRange-error').allInnerTexts(), ['"shout"']);
      await waitForAction(page, 'redact');
    }));

  it('shows where the JSON breaks off', () =>
    onPage(async (page) => {
      const editor = viewOf(page, 'policy').locator('.editor');
      await setEditor(editor, '{\n  "id": "own"\n  "clauses": []\n}');
      await editor.locator('.cm-lintRange-error', { hasText: '"clauses"' }).waitFor();
    }));
});
