/** The dialog: what it says, what it offers, and that it is used without a mouse. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import {
  type Browser,
  closed,
  copy,
  key,
  launch,
  openEditor,
  paste,
  press,
  records,
  seen,
  setPolicy,
  state,
  until,
} from './chromium.js';
import { root } from './pages.js';
import { awsKey, code, email, otherEmail } from './values.js';

const blockAll = { id: 'block-all', clauses: [{ action: 'block' }] };
const warnAll = { id: 'warn-all', clauses: [{ action: 'warn' }] };
const text = `key ${awsKey}, mail ${email} and ${otherEmail}`;

function button(frame: Frame, name: string | RegExp) {
  return frame.getByRole('button', { name, exact: typeof name === 'string' });
}

function focusedText(frame: Frame): Promise<string> {
  return frame.evaluate(() => document.activeElement?.textContent ?? '');
}

describe('dialog', () => {
  let browser: Browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());
  beforeEach(async () => {
    await setPolicy(browser, undefined);
    await copy(browser.context, { text });
  });

  async function stopped(editor = 'textarea'): Promise<{ page: Page; frame: Frame }> {
    const page = await openEditor(browser.context, editor);
    return { page, frame: await paste(page) };
  }

  async function holds(page: Page, expected: string): Promise<void> {
    await until(async () => ((await state(page)) === expected ? true : undefined), expected);
    await page.close();
  }

  it('says what was found, with every value masked', async () => {
    const { page, frame } = await stopped();
    const shown = await frame.locator('body').innerText();
    assert.match(shown, /This text contains an AWS access key ID and 2 e-mail addresses/);
    assert.match(shown, /AKIA•/);
    assert.match(shown, /Rule aws-access-key-id/);
    for (const value of [awsKey, email, otherEmail]) assert.ok(!shown.includes(value));
    const role = frame.getByRole('alertdialog', { name: /This text contains/ });
    assert.equal(await role.count(), 1);
    await page.close();
  });

  it('has the safe choice under Enter, and goes in the order of reading', async () => {
    const { page, frame } = await stopped();
    assert.equal(await focusedText(frame), 'Paste without them');
    for (const next of ['Edit first', 'Cancel', 'Paste as is …']) {
      await page.keyboard.press('Tab');
      assert.equal(await focusedText(frame), next);
    }
    await page.close();
  });

  it('cancels on Escape, in the dialog and outside it', async () => {
    const { page } = await stopped();
    await key(page, 'Escape');
    await closed(page);
    await paste(page);
    await page.click('header');
    await key(page, 'Escape');
    await closed(page);
    assert.equal(await state(page), '');
    await page.close();
  });

  it('takes a click of the mouse', async () => {
    const { page, frame } = await stopped();
    await button(frame, 'Paste without them').click();
    await holds(page, 'key [AWS_KEY_ID_1], mail [EMAIL_1] and [EMAIL_2]');
  });

  it('puts the focus and the selection back', async () => {
    const page = await openEditor(browser.context, 'textarea');
    await page.keyboard.type('one two three');
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowLeft');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowLeft');
    await copy(browser.context, { text: `<${awsKey}>` });
    await page.bringToFront();
    await paste(page);
    await key(page, 'Enter');
    await holds(page, 'one <[AWS_KEY_ID_1]> three');
  });

  it('leaves in what is unticked, and counts the rest', async () => {
    const { page, frame } = await stopped();
    await setPolicy(browser, warnAll);
    await closeAndReopen(page);
    const again = await paste(page);
    await again.getByRole('checkbox').nth(1).uncheck();
    await until(
      async () => ((await button(again, 'Paste without 2 of 3').count()) === 1 ? true : undefined),
      'count',
    );
    await press(again, 'Paste without 2 of 3');
    await holds(page, `key [AWS_KEY_ID_1], mail ${email} and [EMAIL_1]`);
    assert.ok(frame.isDetached());
  });

  async function closeAndReopen(page: Page): Promise<void> {
    await key(page, 'Escape');
    await closed(page);
  }

  it('asks for a reason where the policy takes things out', async () => {
    const { page, frame } = await stopped();
    await frame.getByRole('checkbox').nth(1).uncheck();
    const without = button(frame, 'Paste without 2 of 3');
    await frame.getByRole('textbox').fill('n');
    await page.waitForTimeout(1200);
    assert.ok(await without.isDisabled());
    await frame.getByRole('textbox').fill('public address');
    await press(frame, 'Paste without 2 of 3');
    await holds(page, `key [AWS_KEY_ID_1], mail ${email} and [EMAIL_1]`);
  });

  it('pastes as is for a reason only, and keeps the reason without values', async () => {
    const { page, frame } = await stopped();
    await press(frame, 'Paste as is …');
    const confirm = button(frame, 'Paste as is');
    await page.waitForTimeout(1200);
    assert.ok(await confirm.isDisabled());
    await page.keyboard.type(`asked by ${email}`);
    await press(frame, 'Paste as is');
    await holds(page, text);
    const kept = await until(async () => {
      return (await records(browser)).find(({ choice }) => choice === 'as-is');
    }, 'record');
    assert.equal(kept.reason, 'asked by [EMAIL_1]');
    assert.deepEqual(kept.rules, { 'aws-access-key-id': 1, 'email-address': 2 });
    assert.equal(kept.host, 'chatgpt.com');
    assert.equal(kept.hour % 3_600_000, 0);
  });

  it('keeps no text in its records', async () => {
    const all = JSON.stringify(await records(browser));
    for (const value of [awsKey, email, otherEmail]) assert.ok(!all.includes(value));
  });

  it('needs no reason where the policy only warns', async () => {
    await setPolicy(browser, warnAll);
    const { page, frame } = await stopped();
    await press(frame, 'Paste as is …');
    await press(frame, 'Paste as is');
    await holds(page, text);
  });

  it('offers no way round a block', async () => {
    await setPolicy(browser, blockAll);
    const { page, frame } = await stopped();
    assert.equal(await button(frame, /as is/i).count(), 0);
    for (const box of await frame.getByRole('checkbox').all()) assert.ok(await box.isDisabled());
    await key(page, 'Enter');
    await holds(page, 'key [AWS_KEY_ID_1], mail [EMAIL_1] and [EMAIL_2]');
  });

  it('looks again while the text is edited', async () => {
    const { page, frame } = await stopped();
    await press(frame, 'Edit first');
    const box = frame.getByRole('textbox');
    await until(async () => ((await box.inputValue()) === text ? true : undefined), 'the text');
    await box.fill(`only ${email}`);
    await frame.getByText('This text contains an e-mail address').waitFor();
    await box.fill('nothing any more');
    await press(frame, 'Paste');
    await holds(page, 'nothing any more');
  });

  it('takes out what is still there after an edit', async () => {
    const { page, frame } = await stopped();
    await press(frame, 'Edit first');
    await frame.getByRole('textbox').fill(`now ${otherEmail}`);
    await frame.getByText('This text contains an e-mail address').waitFor();
    await press(frame, 'Paste without them');
    await holds(page, 'now [EMAIL_1]');
  });

  it('holds what it could not check', async () => {
    await copy(browser.context, { text: 'plain words. '.repeat(1_000_000) });
    const { page, frame } = await stopped();
    assert.match(await frame.locator('h1').innerText(), /could not check/);
    assert.equal(await button(frame, /without/).count(), 0);
    assert.equal(await focusedText(frame), 'Cancel');
    await key(page, 'Enter');
    await holds(page, '');
  });

  it('tells the language and the length of code, and no line of it', async () => {
    await copy(browser.context, { text: code });
    const { page, frame } = await stopped();
    const shown = await frame.locator('body').innerText();
    assert.match(shown, /This text contains source code\./);
    assert.match(shown, /python, 17 lines/);
    assert.ok(!shown.includes('PriceEngine') && !shown.includes('impo'));
    await page.close();
  });

  it('sees a value that is in the formatting only', async () => {
    await copy(browser.context, {
      text: 'hello',
      html: `<p>hello</p><a href="mailto:${email}" title="${awsKey}">.</a>`,
    });
    const { page, frame } = await stopped('contenteditable');
    assert.match(await frame.locator('body').innerText(), /only in the formatting/);
    await key(page, 'Enter');
    await until(async () => ((await state(page)).trim() === 'hello' ? true : undefined), 'hello');
    assert.ok(!(await seen(page)).includes(awsKey));
    await page.close();
  });

  it('leaves password fields alone', async () => {
    const page = await openEditor(browser.context, 'password');
    await page.keyboard.press('Control+V');
    await holds(page, text);
  });

  it('lists what it found in a box that scrolls after five', async () => {
    const many = Array.from({ length: 9 }, (_, index) => `p${index}.${email}`).join('\n');
    await copy(browser.context, { text: many });
    const { page, frame } = await stopped();
    const [shown, whole] = await frame.locator('ul').evaluate((list) => {
      return [list.clientHeight, list.scrollHeight];
    });
    assert.ok(Number(shown) < Number(whole), 'all of it is shown');
    assert.ok(Number(shown) >= 200, 'less than a few rows are shown');
    await page.close();
  });

  for (const [name, width, scheme] of [
    ['light', 800, 'light'],
    ['dark', 800, 'dark'],
    ['narrow', 320, 'light'],
  ] as const) {
    it(`fits and is looked at: ${name}`, async () => {
      const page = await openEditor(browser.context, 'textarea');
      await page.setViewportSize({ width, height: 600 });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      const frame = await paste(page);
      await frame.evaluate(() => document.fonts.ready);
      await fits(frame, width);
      await frame.evaluate(() => {
        document.documentElement.dir = 'rtl';
      });
      await fits(frame, width);
      await frame.evaluate(() => {
        document.documentElement.dir = 'ltr';
      });
      await page.screenshot({ path: `${root}docs/images/dialog-${name}.png` });
      await page.close();
    });
  }
});

/** Nothing sticks out sideways, and the dialog is no wider than it may be. */
async function fits(frame: Frame, window: number): Promise<void> {
  const size = await frame.evaluate(() => {
    return { inner: innerWidth, scroll: document.documentElement.scrollWidth };
  });
  assert.ok(size.scroll <= size.inner, `${size.scroll} > ${size.inner}`);
  assert.ok(size.inner <= Math.min(420, window));
}

describe('dialog in Dutch', () => {
  it('speaks Dutch', async () => {
    const browser = await launch({ language: 'nl-NL' });
    await copy(browser.context, { text });
    const page = await openEditor(browser.context, 'textarea');
    await page.emulateMedia({ colorScheme: 'light' });
    const frame = await paste(page);
    const shown = await frame.locator('body').innerText();
    assert.match(shown, /In deze tekst staan/);
    assert.match(shown, /Plakken zonder deze gegevens/);
    assert.equal(await frame.getAttribute('html', 'lang'), 'nl');
    await page.screenshot({ path: `${root}docs/images/dialog-nl.png` });
    await browser.close();
  });
});
