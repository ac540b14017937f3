/** One way the same clipboard content can be read as text. */
export interface Flavour {
  readonly type: string;
  readonly text: string;
}

/** The strings of a paste or drop, copied out: the browser empties it when the event ends. */
export interface Content {
  readonly strings: readonly Flavour[];
  readonly files: readonly File[];
}

export function readContent(transfer: DataTransfer): Content {
  const types = [...transfer.types].filter((type) => type !== 'Files');
  return {
    strings: types.map((type) => ({ type, text: transfer.getData(type) })).filter(hasText),
    files: [...transfer.files],
  };
}

/**
 * The texts to look at, the one that would be pasted first. Without plain text that is the text
 * of the markup. What says the same as the first is left out.
 */
export function flavoursOf({ strings }: Content): readonly Flavour[] {
  const plain = strings.find(({ type }) => type === 'text/plain');
  const others = strings.filter((flavour) => flavour !== plain);
  const readable = others.flatMap((flavour) => {
    return flavour.type === 'text/html' ? readMarkup(flavour.text) : [flavour];
  });
  const [first, ...rest] = plain === undefined ? readable : [plain, ...readable];
  if (first === undefined) return [];
  const seen = squeeze(first.text);
  return [first, ...rest.filter(({ text }) => squeeze(text) !== seen)];
}

function hasText({ text }: Flavour): boolean {
  return text !== '';
}

/** Text and the attributes an editor would keep or a page could read, as two flavours. */
function readMarkup(html: string): Flavour[] {
  // Parsed apart from the page: nothing loads and nothing runs.
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const element of parsed.querySelectorAll('style')) element.remove();
  const attributes = readAttributes(parsed);
  breakLines(parsed);
  const text = (parsed.body.textContent ?? '').replace(/\n$/u, '');
  return [
    { type: 'text/html', text },
    { type: 'text/html attributes', text: attributes },
  ].filter(hasText);
}

const told = ['href', 'src', 'alt', 'title', 'value', 'content', 'placeholder', 'aria-label'];

function readAttributes(parsed: Document): string {
  const values: string[] = [];
  for (const element of parsed.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const isText = told.includes(name) || name.startsWith('data-');
      if (isText && !value.startsWith('data:')) values.push(value);
    }
  }
  const comments = parsed.createNodeIterator(parsed, NodeFilter.SHOW_COMMENT);
  for (let node = comments.nextNode(); node !== null; node = comments.nextNode()) {
    values.push(node.nodeValue ?? '');
  }
  return values.join('\n');
}

const blocks = 'p,div,li,tr,br,pre,h1,h2,h3,h4,h5,h6,blockquote,section,article,table';

/** Marks line ends, so that words of two paragraphs do not become one word. */
function breakLines(parsed: Document): void {
  for (const block of parsed.querySelectorAll(blocks)) block.after('\n');
  for (const cell of parsed.querySelectorAll('td,th')) cell.after('\t');
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}
