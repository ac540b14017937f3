/** Texts to start with; `samples/samples.json` names them in order. */

import list from '../samples/samples.json';
import type { Locale } from './i18n/index.js';

export interface Sample {
  readonly file: string;
  readonly title: Readonly<Record<Locale, string>>;
  readonly text: string;
}

const texts = import.meta.glob<string>('../samples/*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const samples: readonly Sample[] = list.samples.map((sample) => ({
  ...sample,
  text: texts[`../samples/${sample.file}`] ?? '',
}));
