/** The page for everyone: axe, keyboard, screen readers, narrow windows, zoom, dark, Dutch. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type Demo, setEditor, startDemo, viewOf, wordsOf } from './browser.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let demo: Demo;
before(async () => {
  demo = await startDemo();
});
after(() => demo.close());

async function onPage(
  test: (page: Page) => Promise<void>,
  hash = '',
  options: BrowserContextOptions = {},
): Promise<void> {
  const { page, context, errors } = await demo.open(hash, options);
  await test(page);
  assert.deepEqual(errors, []);
  await context.close();
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
  }[];
}

async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResult;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary}`),
  );
}

describe('axe has nothing to say', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const view of ['text', 'rules', 'policy'] as const) {
      it(`about the ${view} view in ${colorScheme}`, () =>
        onPage(
          async (page) => {
            await page.waitForFunction(() => document.querySelector('.examples .passed') !== null);
            assert.deepEqual(await violationsOf(page), []);
          },
          `#/${view}`,
          { colorScheme },
        ));
    }

    it(`about problems in ${colorScheme}`, () =>
      onPage(
        async (page) => {
          await setEditor(viewOf(page, 'rules').locator('.editor'), '{ "family": 1 }');
          await page.locator('.problems').waitFor();
          assert.deepEqual(await violationsOf(page), []);
        },
        '#/rules',
        { colorScheme },
      ));

    it(`about a finding in focus in ${colorScheme}`, () =>
      onPage(
        async (page) => {
          await page.locator('.finding').nth(1).focus();
          await viewOf(page, 'text').locator('.active').first().waitFor();
          assert.deepEqual(await violationsOf(page), []);
        },
        '',
        { colorScheme },
      ));
  }
});

/** Names of what Tab reaches, in order, until it comes round. */
async function tabOrder(page: Page, steps: number): Promise<readonly string[]> {
  const names: string[] = [];
  for (let i = 0; i < steps; i += 1) {
    await page.keyboard.press('Tab');
    names.push(
      await page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        const label = element?.getAttribute('aria-label');
        const labels = (element as HTMLInputElement | null)?.labels;
        return (label ?? labels?.[0]?.textContent ?? element?.textContent ?? '').trim();
      }),
    );
  }
  return names;
}

describe('by keyboard', () => {
  it('Tab goes in reading order and is caught nowhere', () =>
    onPage(async (page) => {
      const order = await tabOrder(page, 11);
      const expected = [
        /^Skip to the content$/,
        /^Text$/,
        /^Rules$/,
        /^Policy$/,
        /English/,
        /^Sample/,
        /^Open a file$/,
        /^Text to check$/,
        /^Direction/,
        /confidence/,
        /confidence/,
      ];
      assert.equal(order.length, expected.length);
      for (const [index, name] of expected.entries()) assert.match(order[index] ?? '', name);
    }));

  it('the first link skips to the content', () =>
    onPage(async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.tagName === 'MAIN');
      await page.waitForFunction(() => location.hash === '#/text');
    }));

  it('Tab leaves the editor of rules', () =>
    onPage(async (page) => {
      await viewOf(page, 'rules').locator('.cm-content').focus();
      const [next] = await tabOrder(page, 1);
      assert.match(next ?? '', /Use it on the text/);
    }, '#/rules'));
});

describe('to a screen reader', () => {
  it('the verdict is spoken, politely, once typing stops', () =>
    onPage(async (page) => {
      const status = viewOf(page, 'text').getByRole('status');
      await status
        .getByText(/Would be sent without \d+ items.*\d+ findings.*All of it was checked/)
        .waitFor();
      await setEditor(viewOf(page, 'text').locator('.editor').first(), 'nothing');
      await status.getByText('Would be sent as it is. 0 findings. All of it was checked').waitFor();
    }));

  it('regions, headings and the current view have names', () =>
    onPage(async (page) => {
      for (const name of ['Your text', 'Findings', 'What would be sent']) {
        await page.getByRole('region', { name }).waitFor();
      }
      await page
        .getByRole('heading', { level: 1, name: 'Sluice: Text' })
        .waitFor({ state: 'attached' });
      const current = page
        .getByRole('navigation', { name: 'Views' })
        .locator('[aria-current=page]');
      assert.equal(await wordsOf(current), 'Text');
      await page.getByRole('textbox', { name: 'Text to check' }).waitFor();
      await page.getByRole('textbox', { name: 'Redacted text, read only' }).waitFor();
    }));
});

describe('in the room there is', () => {
  const rooms: readonly (readonly [string, BrowserContextOptions])[] = [
    ['320 px', { viewport: { width: 320, height: 640 } }],
    [
      '200 % zoom of a small laptop',
      { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 },
    ],
    ['a tablet', { viewport: { width: 820, height: 1180 } }],
  ];
  for (const [name, options] of rooms) {
    for (const view of ['text', 'rules', 'policy'] as const) {
      it(`the ${view} view fits ${name}`, () =>
        onPage(
          async (page) => {
            await page.waitForFunction(() => document.querySelector('.examples .passed') !== null);
            const room = await page.evaluate(() => {
              const { scrollWidth, clientWidth } = document.documentElement;
              return scrollWidth - clientWidth;
            });
            assert.equal(room, 0);
            const small = await page.evaluate(() =>
              [...document.querySelectorAll('button, select, nav a')]
                .map((one) => one.getBoundingClientRect())
                .filter((box) => box.width > 0 && (box.height < 32 || box.right > innerWidth)),
            );
            assert.deepEqual(small, []);
          },
          `#/${view}`,
          options,
        ));
    }
  }

  it('nothing moves for those who ask for stillness', () =>
    onPage(
      async (page) => {
        const moving = await page.evaluate(
          () =>
            [...document.querySelectorAll('*')].filter((element) => {
              const style = getComputedStyle(element);
              return (
                style.animationName !== 'none' || Number.parseFloat(style.transitionDuration) > 0
              );
            }).length,
        );
        assert.equal(moving, 0);
      },
      '',
      { reducedMotion: 'reduce' },
    ));
});

describe('in the reader’s language', () => {
  it('Dutch when the browser asks for it', () =>
    onPage(
      async (page) => {
        assert.equal(await page.getAttribute('html', 'lang'), 'nl');
        const bsn = page.locator('.finding', { hasText: 'nl-bsn' });
        const words = await wordsOf(bsn);
        assert.match(words, /Burgerservicenummer \(BSN\)/);
        assert.match(words, /voldoet aan de elfproef, bij het woord “bsn”/);
        assert.match(words, /zeer ernstig als het klopt/);
        await page
          .getByText(/^Bevat .*een e-mailadres.* en nog \d+\.$/)
          .first()
          .waitFor();
        await page.waitForFunction(() =>
          /^\d+(,\d+)? ms/.test(document.querySelector('.timing')?.textContent ?? ''),
        );
      },
      '',
      { locale: 'nl-NL' },
    ));

  it('another one when the reader chooses it', () =>
    onPage(async (page) => {
      await page.getByRole('radio', { name: 'Nederlands' }).check({ force: true });
      await page.getByRole('heading', { name: 'Vondsten' }).waitFor();
      assert.equal(await page.getAttribute('html', 'lang'), 'nl');
      await page.getByRole('textbox', { name: 'Tekst om na te kijken' }).waitFor();
      await page
        .getByRole('option', { name: 'Een mail aan een collega' })
        .waitFor({ state: 'attached' });
      await page.getByRole('radio', { name: 'English' }).check({ force: true });
      await page.getByRole('heading', { name: 'Findings' }).waitFor();
    }));

  it('English for all others', () =>
    onPage(
      async (page) => {
        assert.equal(await page.getAttribute('html', 'lang'), 'en');
      },
      '',
      { locale: 'fr-FR' },
    ));
});
