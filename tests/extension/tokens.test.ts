/** Every pair of colours that stand on each other can be read, in light and in dark. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { root } from './pages.js';

const css = readFileSync(`${root}extension/ui/tokens.css`, 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

function colours(block: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): #([0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

/** Relative luminance, as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

const surfaces = ['surface', 'surface-raised', 'surface-sunken'];
const severities = ['critical', 'high', 'medium', 'low'].map((name) => `severity-${name}`);
const marks = ['secret', 'personal', 'code', 'confidential', 'conduct'].map(
  (name) => `mark-${name}`,
);

const pairs: readonly (readonly [on: string, under: string, least: number])[] = [
  ...surfaces.flatMap((under) => {
    const texts = ['on-surface', 'on-surface-quiet', 'accent', 'good', ...severities];
    return texts.map((on) => [on, under, 4.5] as const);
  }),
  ...marks.map((under) => ['on-surface', under, 4.5] as const),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['on-accent-soft', 'accent-soft', 4.5],
  // Edges of controls and the ring of the focus.
  ['border-strong', 'surface', 3],
  ['focus', 'surface', 3],
];

for (const [scheme, block] of [
  ['light', light],
  ['dark', dark],
] as const) {
  describe(`tokens, ${scheme}`, () => {
    const values = colours(block);
    for (const [on, under, least] of pairs) {
      it(`${on} on ${under}`, () => {
        const ratio = contrast(values[on] ?? assert.fail(on), values[under] ?? assert.fail(under));
        assert.ok(ratio >= least, `${ratio.toFixed(2)} is less than ${least}`);
      });
    }
  });
}
