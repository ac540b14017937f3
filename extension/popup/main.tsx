import { render } from 'preact';
import { browser } from 'wxt/browser';
import { countSince, type DecisionRecord } from '../background/records.js';
import { textsFor } from '../ui/texts.js';
import { Popup } from './popup.js';
import { statusOf } from './status.js';

const texts = textsFor(navigator.language);
document.documentElement.lang = texts.language;

/** The tab in front, or the one named in the address where the popup is opened as a page. */
async function tabInQuestion(): Promise<number> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) return Number(named);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? browser.tabs.TAB_ID_NONE;
}

async function main(): Promise<void> {
  const status = await statusOf(await tabInQuestion());
  const { records = [] } = await browser.storage.local.get<{ records?: DecisionRecord[] }>();
  const today = countSince(records, new Date().setHours(0, 0, 0, 0));
  const { version } = browser.runtime.getManifest();
  render(<Popup {...{ texts, status, today, version }} />, document.body);
}

void main();
