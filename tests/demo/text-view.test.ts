/** First view: a text, what is found in it and what would be sent. The module itself is the oracle. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { Guardrail } from 'sluice';
import {
  type Demo,
  editorText,
  markedTexts,
  SAMPLES,
  selectionIn,
  setEditor,
  startDemo,
  typeAtEnd,
  viewOf,
  wordsOf,
} from './browser.js';

const IBAN = ['NL09', 'RABO', '0318264071'].join('');

let demo: Demo;
let guardrail: Guardrail;
before(async () => {
  [demo, guardrail] = await Promise.all([startDemo(), Guardrail.load()]);
});
after(async () => {
  guardrail.dispose();
  await demo.close();
});

/** Runs `test` on a fresh page and fails on any error in it. */
async function onPage(test: (page: Page) => Promise<void>): Promise<void> {
  const { page, context, errors } = await demo.open('', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await test(page);
  assert.deepEqual(errors, []);
  await context.close();
}

const editorOf = (page: Page): Locator => viewOf(page, 'text').locator('.editor').first();
const redactedOf = (page: Page): Locator => viewOf(page, 'text').locator('.editor').nth(1);
const firstSample = () => readFile(join(SAMPLES, 'mail.txt'), 'utf8');

describe('the text view', () => {
  it('opens with a sample whose findings are marked', () =>
    onPage(async (page) => {
      const text = await firstSample();
      const { findings } = guardrail.scan(text);
      assert.ok(findings.length >= 5);
      await page.locator('.finding').nth(4).waitFor();
      const marked = await markedTexts(editorOf(page));
      for (const [index, { start, end, ruleId }] of findings.entries()) {
        assert.equal(marked[index], text.slice(start, end), ruleId);
      }
    }));

  it('says of each finding what it is, how sure and why', () =>
    onPage(async (page) => {
      const bsn = page.locator('.finding', { hasText: 'nl-bsn' });
      const words = await wordsOf(bsn);
      assert.match(words, /citizen service number/);
      assert.match(words, /2384•+/);
      assert.match(words, /passes the BSN check, next to the word “bsn”/);
      assert.match(words, /critical if real/);
      assert.match(words, /high confidence/);
      assert.match(words, /replaced/);
      assert.doesNotMatch(await wordsOf(page.locator('.findings').first()), /238471068/);
    }));

  it('shows the text as it would be sent', () =>
    onPage(async (page) => {
      const { text } = guardrail.redact(await firstSample());
      await page.locator('.editor').nth(1).locator('.replaced').first().waitFor();
      assert.equal(await editorText(redactedOf(page)), text);
      const placeholders = Object.values(await markedTexts(redactedOf(page)));
      assert.deepEqual(placeholders, text.match(/\[[A-Z_]+_\d+\]/g));
    }));

  it('copies the redacted text', () =>
    onPage(async (page) => {
      await redactedOf(page).locator('.replaced').first().waitFor();
      await page.getByRole('button', { name: 'Copy' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.equal(copied, guardrail.redact(await firstSample()).text);
    }));

  it('marks what is typed', () =>
    onPage(async (page) => {
      const before = await page.locator('.finding').count();
      await typeAtEnd(editorOf(page), `\n\nAnd his other account is ${IBAN}.`);
      await editorOf(page).locator('.mark', { hasText: IBAN }).waitFor();
      assert.equal(await page.locator('.finding').count(), before + 1);
      assert.match(await editorText(redactedOf(page)), /account is \[IBAN_2\]\./);
      const sample = page.getByLabel('Sample');
      assert.equal(await sample.evaluate((select: HTMLSelectElement) => select.value), '');
    }));

  it('keeps to the latest text when typing outruns the scan', () =>
    onPage(async (page) => {
      const editor = editorOf(page);
      await setEditor(editor, '');
      await page.keyboard.type(`account ${IBAN}, twice: ${IBAN}`);
      await page.waitForFunction(() => document.querySelectorAll('.finding').length === 2);
      assert.deepEqual(Object.values(await markedTexts(editor)), [IBAN, IBAN]);
    }));

  it('links a finding, its mark and its placeholder under the pointer', () =>
    onPage(async (page) => {
      await page.locator('.finding', { hasText: 'iban' }).hover();
      await editorOf(page).locator('.active', { hasText: 'NL75' }).waitFor();
      await redactedOf(page).locator('.active', { hasText: '[IBAN_1]' }).waitFor();
      await editorOf(page).locator('.mark', { hasText: 'devriesbouw' }).first().hover();
      await page.locator('.finding.active', { hasText: 'email-address' }).waitFor();
    }));

  it('goes from finding to text and back by keyboard', () =>
    onPage(async (page) => {
      const before = page.locator('li:has(+ li .finding)', { hasText: 'email-address' });
      await before.locator('.finding').focus();
      await page.keyboard.press('ArrowDown');
      const focused = page.locator('.finding:focus');
      assert.match(await wordsOf(focused), /nl-bsn/);
      await page.keyboard.press('Enter');
      assert.equal(await selectionIn(editorOf(page)), '238471068');
      await page.keyboard.press('F8');
      assert.match(await selectionIn(editorOf(page)), /^NL75/);
      await page.keyboard.press('Shift+F8');
      assert.equal(await selectionIn(editorOf(page)), '238471068');
      await page.locator('.finding.active', { hasText: 'nl-bsn' }).waitFor();
    }));

  it('is calm about a text with nothing in it', () =>
    onPage(async (page) => {
      await page.getByLabel('Sample').selectOption('clean-mail.txt');
      await page.getByText('Nothing found').waitFor();
      const verdict = viewOf(page, 'text').locator('.verdict');
      assert.match(await wordsOf(verdict), /Would be sent as it is\s+All of it was checked/);
    }));

  it('says how long the check takes', () =>
    onPage(async (page) => {
      const { length } = await firstSample();
      const timing = page.locator('.timing');
      await page.waitForFunction(() => {
        const title = document.querySelector('.timing')?.getAttribute('title') ?? '';
        return !/ 1 runs /.test(title);
      });
      assert.match(await wordsOf(timing), new RegExp(`^[\\d.,]+ ms · ${length} characters$`));
      assert.match((await timing.getAttribute('title')) ?? '', /^Median of \d+ runs/);
    }));
});

describe('without its engine', () => {
  it('the page calls no text clean', async () => {
    const { page, context } = await demo.open('', {}, { without: /sluice-[\w-]+\.wasm$/ });
    await page
      .getByText(/^This text could not be checked/)
      .first()
      .waitFor();
    await typeAtEnd(editorOf(page), 'more');
    assert.equal(await page.locator('.verdict[data-action]').count(), 0);
    assert.equal(await editorText(redactedOf(page)), '');
    await context.close();
  });
});

describe('files in the text view', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-demo-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function openFile(page: Page, content: string): Promise<void> {
    const file = join(folder, 'text.txt');
    await writeFile(file, content);
    await viewOf(page, 'text').locator('input[type=file]').setInputFiles(file);
  }

  it('takes a large one and can still be typed in', () =>
    onPage(async (page) => {
      const filler = 'The quick brown fox jumps over the lazy dog.\n';
      await openFile(page, filler.repeat(200_000));
      await page
        .getByText(`${(filler.length * 200_000).toLocaleString('en')} characters`)
        .waitFor();
      assert.equal(await page.locator('.finding').count(), 0);
      await typeAtEnd(editorOf(page), `account ${IBAN}`);
      await page.locator('.mark', { hasText: IBAN }).waitFor();
      assert.equal(await page.locator('.finding').count(), 1);
    }));

  it('never calls a text clean that it could not check', () =>
    onPage(async (page) => {
      await openFile(page, 'too large to check \n'.repeat(1_700_000));
      await page.getByText('Not all of it was checked: too large').first().waitFor();
      assert.equal(await page.locator('.verdict').first().getAttribute('data-action'), 'warn');
    }));

  it('refuses what is not text', () =>
    onPage(async (page) => {
      await openFile(page, 'PK\u0003\u0004\0\0');
      await page.getByText('This file is not text.').waitFor();
      assert.equal(await editorText(editorOf(page)), await firstSample());
    }));

  it('opens a dropped one', () =>
    onPage(async (page) => {
      const data = await page.evaluateHandle((iban) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([`account ${iban}`], 'note.txt', { type: 'text/plain' }));
        return transfer;
      }, IBAN);
      await editorOf(page).locator('.cm-content').dispatchEvent('drop', { dataTransfer: data });
      await page.waitForFunction(() => document.querySelectorAll('.finding').length === 1);
      assert.equal(await editorText(editorOf(page)), `account ${IBAN}`);
    }));
});
