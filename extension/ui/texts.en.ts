import nouns from 'sluice/i18n/en.json';
import type { Texts } from './texts.js';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

export const en: Texts = {
  language: 'en',
  contains: (parts) => `This text contains ${list.format(parts)}.`,
  others: (count) => `${count} more`,
  nouns,
  unchecked: {
    'too-large': 'Sluice could not check this text (too large).',
    budget: 'Sluice could not check all of this text (it took too much work).',
    decode: 'Sluice could not check all of this text (part of it is encoded).',
    error: 'Sluice could not check this text (the check itself failed).',
  },
  blocked: 'Your policy does not let this go in as it is.',
  nothingLeft: 'Nothing found any more.',
  pasteWithout: (removed, total) => {
    if (removed === total) return 'Paste without them';
    return removed === 0 ? 'Paste with all of them' : `Paste without ${removed} of ${total}`;
  },
  pasteEdited: 'Paste',
  editFirst: 'Edit first',
  cancel: 'Cancel',
  pasteAsIs: 'Paste as is …',
  confirmAsIs: 'Paste as is',
  reason: (required) => (required ? 'Why is this needed?' : 'Why is this needed? (optional)'),
  reasonHint: 'Your answer stays on this computer.',
  covered: 'Something on the page covers this window, so this choice is off.',
  editLabel: 'The text to paste',
  listLabel: 'What was found',
  keepHint: 'Untick what should stay in.',
  hidden: 'only in the formatting of the copied text, which is left out',
  lines: (count) => (count === 1 ? '1 line' : `${count} lines`),
  testValue: 'a published example',
  severities: { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' },
  decoded: (encodings) => `hidden by ${list.format(encodings)}`,
  rule: 'Rule',
  popup: {
    guarding: (host) => `Guarding ${host}`,
    notGuarding: (host) => `Not guarding ${host === '' ? 'this page' : host}`,
    notListed: 'This site is not in the list of AI chat tools.',
    pathNotListed: 'On this site only the AI chat is guarded.',
    permission: 'The browser has not given Sluice access to this site.',
    allow: 'Give access',
    reload: 'This page was open before Sluice was. Reload it to guard it fully.',
    broken: 'The check does not start here. What you paste is held until you decide.',
    forbidden: 'The browser lets no extension work on this page.',
    today: 'Today',
    stopped: (count) => (count === 1 ? '1 paste was stopped' : `${count} pastes were stopped`),
    removed: (count) => (count === 1 ? '1 value was kept out' : `${count} values were kept out`),
    nothingToday: 'Nothing was stopped so far.',
    local: 'Nothing leaves this computer.',
  },
};
