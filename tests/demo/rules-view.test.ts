/** Second view: a rule file, its problems at their places, its examples and its trial. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import {
  type Demo,
  editorText,
  selectionIn,
  setEditor,
  startDemo,
  viewOf,
  wordsOf,
} from './browser.js';

const TEMPLATE = await readFile(
  new URL('../../demo/src/template-rule.json', import.meta.url),
  'utf8',
);

let demo: Demo;
before(async () => {
  demo = await startDemo();
});
after(() => demo.close());

async function onPage(test: (page: Page) => Promise<void>, hash = '#/rules'): Promise<void> {
  const { page, context, errors } = await demo.open(hash, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await test(page);
  assert.deepEqual(errors, []);
  await context.close();
}

const editorOf = (page: Page): Locator => viewOf(page, 'rules').locator('.editor');
const statusOf = (page: Page): Locator => viewOf(page, 'rules').getByRole('status');
const outcomesOf = (page: Page) => page.locator('.examples .outcome').allInnerTexts();
const marked = (page: Page) => editorOf(page).locator('.cm-lintRange-error').allInnerTexts();
const without = (text: string): string => TEMPLATE.replace(text, '');

describe('the rules view', () => {
  it('starts with a rule that works, its examples and its cost', () =>
    onPage(async (page) => {
      await statusOf(page).getByText('Valid. 4 of 4 examples do as they say.').waitFor();
      assert.equal(await editorText(editorOf(page)), TEMPLATE);
      assert.deepEqual(await outcomesOf(page), ['passes', 'passes', 'passes', 'passes']);
      assert.deepEqual(await page.locator('.examples mark').allInnerTexts(), [
        'OPS-4471',
        'OPS-10382',
      ]);
      assert.match(await wordsOf(page.locator('.examples')), /another desk has these numbers/);
      await page.getByRole('row', { name: /acme-ticket/ }).waitFor();
    }));

  it('shows where the JSON breaks off', () =>
    onPage(async (page) => {
      await setEditor(
        editorOf(page),
        without('"severity": "medium",').replace('"TICKET",', '"TICKET"'),
      );
      await statusOf(page).getByText('1 problem').waitFor();
      // The comma is missing before this name.
      assert.deepEqual(await marked(page), ['"matches"']);
      assert.deepEqual([...new Set(await outcomesOf(page))], []);
    }));

  it('marks a pattern that RE2 refuses, and goes there', () =>
    onPage(async (page) => {
      await setEditor(editorOf(page), TEMPLATE.replace('{4,5})\\\\b"', '{4,5}\\\\b"'));
      await page
        .locator('.problems')
        .getByText(/missing \)/)
        .waitFor();
      const pattern = '"\\\\b(?P<value>OPS-[0-9]{4,5}\\\\b"';
      assert.deepEqual(await marked(page), [pattern]);
      await page.locator('.problems button').click();
      assert.equal(await selectionIn(editorOf(page)), pattern);
      assert.deepEqual([...new Set(await outcomesOf(page))], ['not run']);
    }));

  it('names every problem, each at its place', () =>
    onPage(async (page) => {
      const broken = TEMPLATE.replace('"severity": "medium"', '"severity": "huge"').replace(
        '"confidence": "medium"',
        '"confidenc": "medium"',
      );
      await setEditor(editorOf(page), broken);
      await statusOf(page)
        .getByText(/problems/)
        .waitFor();
      const places = (await marked(page)).join('\n');
      assert.match(places, /"huge"/);
      assert.match(places, /"confidenc"|"medium"/);
    }));

  it('gives the reason for an example that misses', () =>
    onPage(async (page) => {
      await setEditor(editorOf(page), TEMPLATE.replace('{4,5})\\\\b"', '{4})\\\\b"'));
      await statusOf(page).getByText('1 problem').waitFor();
      assert.deepEqual(await outcomesOf(page), ['passes', 'fails', 'passes', 'passes']);
      assert.ok((await wordsOf(page.locator('.failed .reason'))).length > 10);
      assert.match((await marked(page)).join(''), /OPS-10382/);
    }));

  it('tries the rule on the text of the first view', () =>
    onPage(async (page) => {
      await statusOf(page)
        .getByText(/^Valid/)
        .waitFor();
      await page.getByRole('switch', { name: /Use it on the text/ }).check();
      await page.getByText('1 finding in the text').waitFor();
      await page.getByRole('link', { name: 'See the text' }).click();
      const text = viewOf(page, 'text');
      await text.locator('.mark', { hasText: 'OPS-4471' }).first().waitFor();
      assert.match(await editorText(text.locator('.editor').nth(1)), /fails \(\[TICKET_1\]\)/);
      await page.getByRole('link', { name: 'Rules' }).click();
      await page.getByRole('switch', { name: /Use it on the text/ }).uncheck();
      await page.locator('.finding', { hasText: 'acme-ticket' }).waitFor({ state: 'detached' });
    }));

  it('saves the file under the name of its family', () =>
    onPage(async (page) => {
      const started = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download' }).click();
      const download = await started;
      assert.equal(download.suggestedFilename(), 'acme.json');
      assert.equal(await readFile(await download.path(), 'utf8'), TEMPLATE);
    }));
});

describe('a link to a rule', () => {
  it('opens the page with the same rule', () =>
    onPage(async (page) => {
      const changed = TEMPLATE.replaceAll('OPS-', 'DÉSK-');
      await setEditor(editorOf(page), changed);
      await page.getByRole('button', { name: 'Copy link' }).click();
      await page.getByRole('button', { name: 'Link copied' }).waitFor();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      assert.ok(link.startsWith(`${demo.site.url}#/rules?rule=`));
      await page.waitForFunction((expected) => location.href === expected, link);
      await onPage(
        async (other) => assert.equal(await editorText(editorOf(other)), changed),
        new URL(link).hash,
      );
    }));

  it('keeps the rule that is being written when going back', () =>
    onPage(async (page) => {
      await page.getByRole('link', { name: 'Policy' }).click();
      await page.getByRole('link', { name: 'Rules' }).click();
      await setEditor(editorOf(page), TEMPLATE.replaceAll('OPS-', 'DESK-'));
      await page.waitForFunction(() => location.hash.includes('rule='));
      await page.goBack();
      await page.locator('.policy-view').waitFor();
      await page.goForward();
      await page.locator('.rules-view').waitFor();
      assert.match(await editorText(editorOf(page)), /DESK-/);
    }));

  for (const [name, code] of [
    ['is no code at all', '%%%'],
    ['was cut off', deflateRawSync(TEMPLATE).subarray(0, 200).toString('base64url')],
    ['unfolds to far too much', deflateRawSync(Buffer.alloc(64 << 20)).toString('base64url')],
    ['holds no text', deflateRawSync(Buffer.from([0xff, 0xfe, 0xfd])).toString('base64url')],
  ] as const) {
    it(`opens the page without it when it ${name}`, () =>
      onPage(
        async (page) => assert.equal(await editorText(editorOf(page)), TEMPLATE),
        `#/rules?rule=${code}`,
      ));
  }
});
