import { isGuarded } from '../sites.js';

/** The address this frame acts for: its own, or of the page that made it. */
function guardedUrl(): URL | undefined {
  if (location.protocol === 'http:' || location.protocol === 'https:')
    return new URL(location.href);
  const [parent] = location.ancestorOrigins ?? [];
  const origin = self.origin === 'null' ? parent : self.origin;
  return origin === undefined || !URL.canParse(origin) ? undefined : new URL(origin);
}

export function guardedHost(): string {
  return guardedUrl()?.hostname ?? '';
}

/** A frame without an address of its own has no path to judge by: it is guarded. */
export function isGuardedPage(): boolean {
  const url = guardedUrl();
  if (url === undefined || url.href !== location.href) return true;
  return isGuarded(url.hostname, url.pathname);
}
