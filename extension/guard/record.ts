import { browser } from 'wxt/browser';
import type { DecisionRecord } from '../background/records.js';
import type { Choice, Item } from '../dialog/protocol.js';

type Decision = Omit<DecisionRecord, 'hour' | 'rules'> & { readonly items: readonly Item[] };

/** Tells the background what was decided. Nothing waits for it, and nothing depends on it. */
export function record({ items, ...decision }: Decision): void {
  const rules: Record<string, number> = {};
  for (const { ruleId } of items) rules[ruleId] = (rules[ruleId] ?? 0) + 1;
  tell({ type: 'record', record: { ...decision, rules } });
}

/** Says that this page was there before the guard, so that the badge can say so. */
export function tellLate(): void {
  tell({ type: 'late' });
}

function tell(message: object): void {
  try {
    browser.runtime.sendMessage(message).catch(() => undefined);
  } catch {
    // The extension was updated under us: the decision stands, its record is lost.
  }
}

/** The word for what was chosen. */
export function choiceName(choice: Choice): DecisionRecord['choice'] {
  if (choice.kind !== 'without') return choice.kind;
  return choice.text === undefined ? 'without' : 'edited';
}
