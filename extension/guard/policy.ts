import type { Policy } from 'sluice';
import { browser } from 'wxt/browser';

/** Calls `use` with the policy kept by the background, now and whenever it changes. */
export async function followPolicy(use: (policy: Policy | string | undefined) => void) {
  try {
    browser.storage.local.onChanged.addListener(({ policy }) => {
      if (policy !== undefined) use(asPolicy(policy.newValue));
    });
    const { policy } = await browser.storage.local.get('policy');
    if (policy !== undefined) use(asPolicy(policy));
  } catch {
    // Without storage the policy inside the package holds.
  }
}

/** The engine checks it; here only its shape is known. */
function asPolicy(stored: unknown): Policy | string | undefined {
  return stored as Policy | string | undefined;
}
