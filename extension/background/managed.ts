import { browser } from 'wxt/browser';

/**
 * Copies the administrator's policy to where the guards read it. The browser can take seconds to
 * give it out after a start, so the last one stays until then.
 */
export function followManagedPolicy(): void {
  browser.storage.managed.onChanged.addListener(() => void copy());
  void copy();
}

async function copy(): Promise<void> {
  const { policy } = await readManaged();
  const { managed } = await browser.storage.local.get('managed');
  if (typeof policy === 'string') {
    await browser.storage.local.set({ policy: parse(policy), managed: true });
  } else if (managed === true) {
    await browser.storage.local.remove(['policy', 'managed']);
  }
}

/** Firefox fails where nobody manages it. */
async function readManaged(): Promise<{ readonly policy?: unknown }> {
  try {
    return await browser.storage.managed.get('policy');
  } catch {
    return {};
  }
}

/** A policy in JSON, or the name of one inside the package. */
function parse(policy: string): unknown {
  try {
    return JSON.parse(policy);
  } catch {
    return policy;
  }
}
