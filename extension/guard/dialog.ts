import { browser } from 'wxt/browser';
import type { FromDialog, ToDialog } from '../dialog/protocol.js';
import { greeting } from '../dialog/protocol.js';
import { openPanel } from './panel.js';

/** An open dialog. It lives in a frame of the extension, out of the page's reach. */
export interface Dialog {
  readonly host: HTMLElement;
  send(message: ToDialog): void;
  close(): void;
}

export interface DialogEvents {
  onMessage(message: FromDialog): void;
  /** The page removed or hid the dialog. */
  onGone(): void;
  /** The frame did not start; seen after an update of the extension, when our files are gone. */
  onFailed(): void;
}

const startLimit = 3000;

/** Opens the dialog; `undefined` if this script has outlived its extension. */
export function openDialog(anchor: Element | null, events: DialogEvents): Dialog | undefined {
  const address = dialogAddress();
  if (address === undefined) return undefined;
  const panel = openPanel(anchor, events.onGone);
  const { port1: port, port2 } = new MessageChannel();
  const timer = setTimeout(events.onFailed, startLimit);
  const frame = makeFrame(address.url);
  let greeted = false;
  frame.addEventListener('load', () => {
    // A second load means that the page moved us: whatever is in there now is not trusted.
    if (greeted) return events.onGone();
    greeted = true;
    // Only a document of our own origin can receive this.
    frame.contentWindow?.postMessage(greeting, address.origin, [port2]);
  });
  port.onmessage = ({ data }: MessageEvent<FromDialog>) => {
    if (data.type === 'ready') {
      clearTimeout(timer);
      frame.focus();
    }
    if (data.type === 'size') panel.resize(data.height);
    else events.onMessage(data);
  };
  panel.root.append(frame);
  return {
    host: panel.host,
    send: (message) => port.postMessage(message),
    close: () => {
      clearTimeout(timer);
      port.close();
      panel.close();
    },
  };
}

/** Without a name: a named frame could be found by the page. */
function makeFrame(url: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  // A page that isolates itself admits frames of this kind alone.
  (frame as { credentialless?: boolean }).credentialless = true;
  frame.src = url;
  return frame;
}

interface Address {
  /** Differs from session to session, so that no page can know it. */
  readonly url: string;
  /** What the document there is, whatever the address was. */
  readonly origin: string;
}

function dialogAddress(): Address | undefined {
  try {
    if (browser.runtime.id === undefined) return undefined;
    const { origin } = new URL(browser.runtime.getURL('/'));
    return { url: browser.runtime.getURL('/dialog.html'), origin };
  } catch {
    return undefined;
  }
}
