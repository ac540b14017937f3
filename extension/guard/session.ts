import { Vault } from 'sluice';
import type { Channel } from '../background/records.js';
import type { Choice, FromDialog } from '../dialog/protocol.js';
import { isReason, needsReason } from '../dialog/protocol.js';
import type { Content } from './clipboard.js';
import { type Dialog, openDialog } from './dialog.js';
import { atLeast, type Held, type Judge, judge } from './held.js';
import { insert, type Place, plainContent } from './insert.js';
import { showNotice } from './notice.js';
import { choiceName, record } from './record.js';
import { redactItems } from './redact.js';

/** A text on its way into the page, stopped. */
export interface Case {
  readonly channel: Channel;
  readonly host: string;
  readonly content: Content;
  readonly place: Place;
  readonly held: Held;
}

/** As long as the page lives, in its memory: a new conversation mostly is a new page or tab. */
const vault = new Vault();

/** One held text, from the opening of the dialog to the decision. */
export class Session {
  readonly #dialog: Dialog | undefined;
  #over = false;

  constructor(
    readonly held: Case,
    readonly engine: Judge,
    readonly onEnd: () => void,
  ) {
    this.#dialog = openDialog(held.place.field ?? held.place.target, {
      onMessage: (message) => this.#onMessage(message),
      onGone: () => this.cancel(),
      onFailed: () => this.#decideAlone(),
    });
    if (this.#dialog === undefined) this.#decideAlone();
  }

  /** The element on the page that carries the dialog. */
  get element(): Element | undefined {
    return this.#dialog?.host;
  }

  cancel(): void {
    if (!this.#end()) return;
    this.held.place.restore();
    this.#record(this.held.held, 'cancel', 0, '');
  }

  /** No dialog: what can be taken out is taken out, and what cannot does not go in. */
  #decideAlone(): void {
    if (!this.#end()) return;
    const { held, place } = this.held;
    const done = held.view.incomplete === undefined && held.view.action !== 'block';
    if (done) insert(plainContent(redactItems(held, [], this.engine, vault)), place);
    showNotice(place.field, done);
    this.#record(held, done ? 'without' : 'cancel', 0, '');
  }

  #onMessage(message: FromDialog): void {
    const { held } = this.held;
    if (message.type === 'ready') this.#dialog?.send({ type: 'show', view: held.view });
    if (message.type === 'edit') this.#dialog?.send({ type: 'text', text: held.text });
    if (message.type === 'scan') {
      const { view } = this.#judgeText(message.text);
      this.#dialog?.send({ type: 'scanned', text: message.text, view });
    }
    if (message.type === 'choose') this.#choose(message.choice);
  }

  #judgeText(text: string): Held {
    return judge([{ type: 'text/plain', text }], this.engine);
  }

  /** The dialog asks, this side decides: every condition is checked again here. */
  #choose(choice: Choice): void {
    if (choice.kind === 'cancel') this.cancel();
    else if (choice.kind === 'as-is') this.#pasteAsIs(choice);
    else this.#pasteWithout(choice);
  }

  #pasteWithout(choice: Choice & { kind: 'without' }): void {
    const held = choice.text === undefined ? this.held.held : this.#judgeText(choice.text);
    const { items, incomplete } = held.view;
    const kept = choice.keep.flatMap((index) => items[index] ?? []);
    if (incomplete !== undefined || kept.some(({ action }) => action === 'block')) return;
    if (needsReason(kept) && !isReason(choice.reason)) return;
    if (!this.#end()) return;
    const text = redactItems(held, choice.keep, this.engine, vault);
    insert(plainContent(text), this.held.place);
    this.#record(held, choiceName(choice), kept.length, choice.reason);
  }

  #pasteAsIs({ reason }: Choice & { kind: 'as-is' }): void {
    const { view } = this.held.held;
    if (view.action === 'block') return;
    if (atLeast(view.action, 'redact') && !isReason(reason)) return;
    if (!this.#end()) return;
    insert(this.held.content, this.held.place);
    this.#record(this.held.held, 'as-is', view.items.length, reason);
  }

  /** False if it was over before. */
  #end(): boolean {
    if (this.#over) return false;
    this.#over = true;
    this.#dialog?.close();
    this.onEnd();
    return true;
  }

  #record(
    held: Held,
    choice: Parameters<typeof record>[0]['choice'],
    kept: number,
    reason: string,
  ) {
    const { host, channel } = this.held;
    const { action, items } = held.view;
    // A reason is typed text and can itself hold a value.
    const told = redactItems(this.#judgeText(reason), [], this.engine);
    record({ host, channel, action, choice, kept, items, reason: told });
  }
}
