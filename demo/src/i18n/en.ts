const count = (n: number, one: string, many: string): string =>
  n === 1 ? `1 ${one}` : `${n.toLocaleString('en')} ${many}`;

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** Every sentence of the page. Other languages have the same shape. */
export const en = {
  lead: 'Keeps source code, secrets and personal data out of AI chat tools.',
  skip: 'Skip to the content',
  views: { label: 'Views', text: 'Text', rules: 'Rules', policy: 'Policy' },
  language: { label: 'Language', en: 'English', nl: 'Nederlands' },
  footer: {
    local: 'Runs in this page. Nothing you type leaves it.',
    rules: (n: number) => count(n, 'rule', 'rules'),
  },
  categories: {
    secret: 'Secret',
    personal: 'Personal data',
    code: 'Source code',
    confidential: 'Confidential',
    conduct: 'Conduct',
  },
  severities: {
    low: 'minor if real',
    medium: 'moderate if real',
    high: 'serious if real',
    critical: 'critical if real',
  },
  confidences: { low: 'low confidence', medium: 'medium confidence', high: 'high confidence' },
  actions: {
    allow: 'let through',
    log: 'noted',
    warn: 'ask first',
    redact: 'replaced',
    block: 'blocked',
  },
  text: {
    title: 'Your text',
    sample: 'Sample',
    own: 'Your own text',
    open: 'Open a file',
    drop: 'Drop a text file to check it',
    editor: 'Text to check',
    keys: 'F8 goes to the next finding, Shift F8 to the one before.',
    direction: 'Direction',
    directions: { prompt: 'To an AI chat', response: 'Reply of our own bot' },
    characters: (n: number) => count(n, 'character', 'characters'),
    timeTitle: (runs: number) => `Median of ${runs} runs in this browser`,
    tooLargeFile: 'This file is larger than 64 MB. Nothing was opened.',
    noText: 'This file is not text. Nothing was opened.',
    wait: 'Checking …',
  },
  findings: {
    title: 'Findings',
    none: 'Nothing found',
    noneMore: 'What Sluice finds in the text will be listed here.',
    noted: (n: number) => `${n.toLocaleString('en')} more, let through`,
    more: (n: number) => `Show ${n.toLocaleString('en')} more`,
    testValue: 'published example, not a real value',
    lines: (n: number, language: string) =>
      `${count(n, 'line', 'lines')}${language && ` of ${language}`}`,
    decoded: (names: string) => `seen after undoing ${names}`,
    rule: 'Rule',
  },
  verdict: {
    allow: 'Would be sent as it is',
    log: 'Would be sent, and noted',
    warn: 'Would ask first',
    redact: (n: number) => `Would be sent without ${count(n, 'item', 'items')}`,
    block: 'Would be stopped',
    complete: 'All of it was checked',
    incomplete: {
      'too-large': 'Not all of it was checked: too large',
      budget: 'Not all of it was checked: too costly',
      decode: 'Not all of it was checked: encoded too deeply',
      error: 'Not all of it was checked: an error',
    },
    contains: (parts: readonly string[]) => `Contains ${list.format(parts)}.`,
    others: (n: number) => `${n.toLocaleString('en')} more`,
    count: (n: number) => count(n, 'finding', 'findings'),
    failed: (message: string) => `This text could not be checked: ${message}`,
  },
  redacted: {
    title: 'What would be sent',
    stopped: 'The text would be stopped. Without the findings it reads:',
    editor: 'Redacted text, read only',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'Could not copy',
  },
  rules: {
    title: 'Your rule',
    editor: 'Rule file, JSON',
    template: 'Start anew',
    open: 'Open',
    save: 'Download',
    link: 'Copy link',
    linked: 'Link copied',
    checking: 'Checking …',
    valid: (passed: number, all: number) => `Valid. ${passed} of ${all} examples do as they say.`,
    noExamples: 'Valid, but without examples. Add some: they are its proof.',
    problems: (n: number) => count(n, 'problem', 'problems'),
    goTo: (line: number) => `line ${line}`,
    examples: 'Examples',
    example: 'Example',
    expected: 'Expected',
    result: 'Result',
    match: 'finds the marked part',
    nonMatch: 'finds nothing',
    passed: 'passes',
    failed: 'fails',
    notRun: 'not run',
    cost: 'Cost',
    rule: 'Rule',
    kind: 'Kind',
    kinds: { pattern: 'pattern', number: 'number', detector: 'detector' },
    anchors: 'Anchors',
    candidates: 'Looks per MB of prose',
    program: 'Steps',
    tryOn: 'Use it on the text',
    tryHelp: 'Adds this rule to the built-in ones for the text of the first view.',
    tryFound: (n: number) =>
      n ? `${count(n, 'finding', 'findings')} in the text` : 'No finding in the text',
    see: 'See the text',
  },
  policy: {
    title: 'Policy',
    editor: 'Policy file, JSON',
    presets: 'Start from',
    names: { default: 'Default', strict: 'Strict', monitor: 'Monitor only', own: 'Your own' },
    effect: 'With this policy',
    effectHelp: 'The text of the first view.',
    chat: 'The AI chat receives',
    nothing: 'Nothing: the text is stopped.',
    asked: 'Only after you agree; without the findings the text reads:',
    kind: 'Kind',
    valid: 'In use',
    none: 'No findings in the text.',
  },
  /** The editors' own words, by their English ones. */
  phrases: {} as Readonly<Record<string, string>>,
  time: (ms: number) => duration(ms, 'en'),
};

export type Messages = typeof en;

/** `0.8 ms`, `12 ms`: as many digits as mean something. */
export function duration(ms: number, locale: string): string {
  const maximumFractionDigits = ms < 0.1 ? 2 : ms < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'millisecond',
    unitDisplay: 'short',
    maximumFractionDigits,
  }).format(ms);
}
