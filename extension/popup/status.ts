import { browser } from 'wxt/browser';
import type { GuardStatus } from '../guard/guard.js';
import { isGuarded, sites } from '../sites.js';

/** Whether the page in a tab is guarded, and if not, why. */
export interface PageStatus {
  readonly host: string;
  readonly state:
    | 'guarding'
    | 'not-listed'
    | 'path-not-listed'
    | 'permission'
    | 'reload'
    | 'broken'
    | 'forbidden';
}

/** Asks the browser and the guard itself: what the popup says has been seen, not assumed. */
export async function statusOf(tabId: number): Promise<PageStatus> {
  const { url } = await browser.tabs.get(tabId);
  if (url !== undefined && isForbidden(new URL(url))) return { host: '', state: 'forbidden' };
  const guard = await ping(tabId);
  const { hostname: host, pathname } = new URL(url ?? 'about:blank');
  if (guard !== undefined) return { host, state: stateOf(guard, host, pathname) };
  if (!sites.some((site) => site.host === host)) return { host, state: 'not-listed' };
  const granted = await browser.permissions.contains({ origins: [`https://${host}/*`] });
  return { host, state: granted ? 'reload' : 'permission' };
}

function stateOf({ early, broken }: GuardStatus, host: string, path: string): PageStatus['state'] {
  if (!isGuarded(host, path)) return 'path-not-listed';
  if (broken) return 'broken';
  return early ? 'guarding' : 'reload';
}

async function ping(tabId: number): Promise<GuardStatus | undefined> {
  try {
    return await browser.tabs.sendMessage(tabId, { type: 'ping' }, { frameId: 0 });
  } catch {
    return undefined;
  }
}

const stores = ['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com'];

/** Pages on which the browser lets no extension work. */
function isForbidden({ protocol, hostname }: URL): boolean {
  if (protocol !== 'https:' && protocol !== 'http:' && protocol !== 'file:') return true;
  return stores.includes(hostname) || isForbiddenInEdge(hostname);
}

function isForbiddenInEdge(hostname: string): boolean {
  if (!navigator.userAgent.includes(' Edg/')) return false;
  return hostname === 'copilot.microsoft.com' || hostname.endsWith('.cloud.microsoft');
}
