import { browser } from 'wxt/browser';

/**
 * After an update the old guard of an open page stays: it was there before the page, and its
 * successor would come after it. The two find each other by an event with a name that only the
 * extension's own storage holds; whoever is there already says so, and the other steps back.
 */
export async function yieldToPredecessor(stepBack: () => void): Promise<void> {
  try {
    const { handover } = await browser.storage.local.get('handover');
    if (typeof handover !== 'string') return;
    const alone = window.dispatchEvent(new Event(handover, { cancelable: true }));
    if (alone) window.addEventListener(handover, (event) => event.preventDefault());
    else stepBack();
  } catch {
    // Without storage there is no name to be found by.
  }
}
