import { browser } from 'wxt/browser';
import { matchPatterns } from '../sites.js';
import { followManagedPolicy } from './managed.js';
import { append, type DecisionRecord } from './records.js';

/** Records, badge, and the way into tabs that were open before us. Never asked for a decision. */
export function startBackground(): void {
  followManagedPolicy();
  browser.runtime.onInstalled.addListener(() => void onInstalled());
  browser.runtime.onStartup.addListener(() => void showPermissions());
  browser.permissions.onAdded.addListener(() => void showPermissions());
  browser.permissions.onRemoved.addListener(() => void showPermissions());
  browser.runtime.onMessage.addListener((message, sender) => {
    if (sender.id !== browser.runtime.id) return;
    if (message?.type === 'record') keep(message.record);
    const tabId = sender.tab?.id;
    if (message?.type === 'late' && tabId !== undefined) void showBadge(tabId);
  });
}

let writing: Promise<void> = Promise.resolve();

/** One after the other, so that no record overwrites another. */
function keep(record: Omit<DecisionRecord, 'hour'>): void {
  writing = writing.then(async () => {
    const { records = [] } = await browser.storage.local.get<{ records?: DecisionRecord[] }>();
    await browser.storage.local.set({ records: append(records, record, Date.now()) });
  });
}

async function onInstalled(): Promise<void> {
  const { handover } = await browser.storage.local.get('handover');
  if (handover === undefined) await browser.storage.local.set({ handover: crypto.randomUUID() });
  await showPermissions();
  const tabs = await browser.tabs.query({ url: [...hostPatterns()] });
  await Promise.allSettled(tabs.map(({ id }) => enter(id)));
}

/** The page's scripts run already, so the tab stays marked until it is loaded again. */
async function enter(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: ['/guard.js'],
    injectImmediately: true,
  });
}

function hostPatterns(): readonly string[] {
  return browser.runtime.getManifest().host_permissions ?? matchPatterns;
}

/** Marks everything while a host permission is missing: on such a page we cannot even look. */
async function showPermissions(): Promise<void> {
  const granted = await browser.permissions.contains({ origins: [...hostPatterns()] });
  await browser.action.setBadgeText({ text: granted ? '' : '!' });
  await browser.action.setBadgeBackgroundColor({ color: '#9a4100' });
}

async function showBadge(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '!' });
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#9a4100' });
}
