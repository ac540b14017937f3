/** A box above everything on the page, in a closed root: the page can see that it is there. */
export interface Panel {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  resize(height: number): void;
  close(): void;
}

const margin = 8;
const maxWidth = 420;
const lingering = 250;

/** Opens a panel near `anchor`; `onGone` is called once if the page hides or removes it. */
export function openPanel(anchor: Element | null, onGone: () => void): Panel {
  const host = document.createElement('div');
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  root.append(style);
  const resize = (height: number) => {
    style.textContent = styleFor(place(anchor, height));
  };
  resize(0);
  // What lies outside an open modal dialog cannot be used, so we go inside it.
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
  const parent = modal ?? document.documentElement;
  parent.append(host);
  host.showPopover();
  const stop = watch(host, parent, onGone);
  return {
    host,
    root,
    resize,
    close: () => {
      stop();
      host.hidePopover();
      // The key that closed us may still be on its way into the frame.
      setTimeout(() => host.remove(), lingering);
    },
  };
}

function watch(host: HTMLElement, parent: Element, onGone: () => void): () => void {
  const check = () => {
    if (host.parentNode !== parent || !host.matches(':popover-open')) onGone();
  };
  const observer = new MutationObserver(check);
  observer.observe(parent, { childList: true });
  host.addEventListener('toggle', check);
  return () => {
    observer.disconnect();
    host.removeEventListener('toggle', check);
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Above the field where there is room, else below it, and always inside the window. */
function place(anchor: Element | null, wanted: number): Box {
  const width = Math.min(maxWidth, innerWidth - 2 * margin);
  const height = Math.min(wanted, innerHeight - 2 * margin);
  const field = anchor?.getBoundingClientRect() ?? new DOMRect(0, innerHeight, innerWidth, 0);
  const above = field.top - margin - height;
  const top = above >= margin ? above : field.bottom + margin;
  const start = isRightToLeft(anchor) ? field.right - width : field.left;
  return {
    width,
    height,
    left: clamp(start, margin, innerWidth - margin - width),
    top: clamp(top, margin, innerHeight - margin - height),
  };
}

function isRightToLeft(anchor: Element | null): boolean {
  return getComputedStyle(anchor ?? document.documentElement).direction === 'rtl';
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/** `!important` inside the root beats everything the page says about the host. */
function styleFor({ left, top, width, height }: Box): string {
  const shown = height > 0 ? 1 : 0;
  return `:host{all:initial!important;display:none!important;position:fixed!important;
inset:auto!important;left:${left}px!important;top:${top}px!important;width:${width}px!important;
height:${height}px!important;margin:0!important;padding:0!important;border:0!important;
overflow:hidden!important;border-radius:8px!important;background:transparent!important;
opacity:${shown}!important;visibility:visible!important;pointer-events:auto!important;
transform:none!important;filter:none!important;clip-path:none!important;
box-shadow:0 1px 2px rgb(0 0 0/20%),0 4px 16px rgb(0 0 0/20%)!important;
z-index:2147483647!important;color-scheme:light dark!important}
iframe{display:block;width:100%;height:100%;border:0;color-scheme:light dark}
:host(:popover-open){display:block!important}`;
}
