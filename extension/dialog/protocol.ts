import type { Action, Category, Evidence, IncompleteReason, Severity } from 'sluice';

/** What guard and dialog tell each other, over a port that only they hold. */

/** One value in the list of the dialog. */
export interface Item {
  /** Of the gravest finding, where the item is a story. */
  readonly ruleId: string;
  /** What several findings are together, such as the id and the secret of one key. */
  readonly story?: string;
  readonly title: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly action: Action;
  readonly placeholder: string;
  /** The masked value; empty for code. */
  readonly sample: string;
  readonly evidence: readonly Evidence[];
  readonly testValue: boolean;
  /** Not in the text itself but in another flavour of it, which is never pasted. */
  readonly hidden: boolean;
  readonly lines: number;
  readonly language?: string;
  readonly decoded?: readonly string[];
}

/** What the dialog shows. Holds no text. */
export interface View {
  readonly action: Action;
  readonly incomplete?: IncompleteReason;
  readonly items: readonly Item[];
}

export type Choice =
  | { readonly kind: 'cancel' }
  /** `keep`: indexes of items that stay. `text`: the text as edited. */
  | {
      readonly kind: 'without';
      readonly keep: readonly number[];
      readonly text?: string;
      readonly reason: string;
    }
  | { readonly kind: 'as-is'; readonly reason: string };

export type ToDialog =
  | { readonly type: 'show'; readonly view: View }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'scanned'; readonly text: string; readonly view: View };

export type FromDialog =
  | { readonly type: 'ready' }
  | { readonly type: 'size'; readonly height: number }
  | { readonly type: 'edit' }
  | { readonly type: 'scan'; readonly text: string }
  | { readonly type: 'choose'; readonly choice: Choice };

/** The one message that travels by `postMessage`: it carries the port. */
export const greeting = 'sluice-dialog';

/** Whether leaving these items in needs the person's reason. */
export function needsReason(kept: readonly Pick<Item, 'action'>[]): boolean {
  return kept.some(({ action }) => action === 'redact' || action === 'block');
}

/** Whether a reason says anything. */
export function isReason(reason: string): boolean {
  return reason.trim().length >= 3;
}
