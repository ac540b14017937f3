import { browser } from 'wxt/browser';

/**
 * After an update the old script of an open page keeps guarding until the new one is there. They
 * find each other by an event with a name that only the extension's own storage holds.
 */
export async function takeOver(retire: () => void): Promise<void> {
  try {
    const { handover } = await browser.storage.local.get('handover');
    if (typeof handover !== 'string') return;
    window.dispatchEvent(new Event(handover));
    window.addEventListener(handover, retire, { capture: true, once: true });
  } catch {
    // No storage, no successor to wait for.
  }
}
