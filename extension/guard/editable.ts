/** Reaches into closed shadow roots, which the page's own scripts cannot. */
function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot !== null) return element.shadowRoot;
  try {
    const dom = (globalThis as { chrome?: { dom?: ShadowOpener } }).chrome?.dom;
    if (dom !== undefined && element instanceof HTMLElement) {
      return dom.openOrClosedShadowRoot(element);
    }
    return (element as Element & Partial<FirefoxElement>).openOrClosedShadowRoot ?? null;
  } catch {
    return null;
  }
}

interface ShadowOpener {
  openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null;
}

interface FirefoxElement {
  readonly openOrClosedShadowRoot: ShadowRoot | null;
}

/** The element an event is really about: the event itself names the host of a closed root. */
export function innerTarget(event: Event): Element | null {
  const first = event.composedPath()[0];
  if (!(first instanceof Element)) return document.activeElement;
  return deepest(first);
}

function deepest(element: Element): Element {
  const active = shadowOf(element)?.activeElement;
  return active == null ? element : deepest(active);
}

/** The element that has the focus, through all shadow roots. */
export function focused(): Element | null {
  const active = document.activeElement;
  return active === null ? null : deepest(active);
}

const textTypes = ['text', 'search', 'url', 'tel', 'email', 'number'];

export function isTextField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && textTypes.includes(element.type);
}

export function isPassword(element: Element | null): boolean {
  return element instanceof HTMLInputElement && element.type === 'password';
}

/** The whole field around an element: the composer, not the paragraph in it. */
export function editableAround(element: Element | null): HTMLElement | null {
  if (element === null) return null;
  if (isTextField(element)) return element;
  if (!(element instanceof HTMLElement) || !element.isContentEditable) {
    return element.closest<HTMLElement>('[role="textbox"]');
  }
  let root: HTMLElement = element;
  while (root.parentElement?.isContentEditable === true) root = root.parentElement;
  return root;
}
