import { ShieldAlert, ShieldCheck } from 'lucide';
import { browser } from 'wxt/browser';
import type { Today } from '../background/records.js';
import { Icon } from '../ui/icon.js';
import type { PopupTexts, Texts } from '../ui/texts.js';
import type { PageStatus } from './status.js';

interface Props {
  readonly texts: Texts;
  readonly status: PageStatus;
  readonly today: Today;
  readonly version: string;
}

/** One sentence about this page, then today's counts. */
export function Popup({ texts, status, today, version }: Props) {
  const { popup } = texts;
  const { host, state } = status;
  const guarding = state === 'guarding';
  return (
    <main>
      <h1>
        <Icon of={guarding ? ShieldCheck : ShieldAlert} kind={guarding ? 'good' : 'warn'} />
        <span>{guarding ? popup.guarding(host) : popup.notGuarding(host)}</span>
      </h1>
      {!guarding && <p>{reasonFor(state, popup)}</p>}
      {state === 'permission' && (
        <button type="button" class="default" onClick={() => void askFor(host)}>
          {popup.allow}
        </button>
      )}
      <section>
        <h2>{popup.today}</h2>
        {today.stopped === 0 ? (
          <p>{popup.nothingToday}</p>
        ) : (
          <ul>
            <li>{popup.stopped(today.stopped)}</li>
            <li>{popup.removed(today.removed)}</li>
          </ul>
        )}
      </section>
      <p class="quiet">
        {popup.local} Sluice {version}
      </p>
    </main>
  );
}

function reasonFor(state: PageStatus['state'], popup: PopupTexts): string {
  const reasons = {
    guarding: '',
    'not-listed': popup.notListed,
    'path-not-listed': popup.pathNotListed,
    permission: popup.permission,
    reload: popup.reload,
    broken: popup.broken,
    forbidden: popup.forbidden,
  };
  return reasons[state];
}

async function askFor(host: string): Promise<void> {
  await browser.permissions.request({ origins: [`https://${host}/*`] });
  window.close();
}
