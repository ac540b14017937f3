import { browser } from 'wxt/browser';
import type { Channel } from '../background/records.js';
import { flavoursOf, readContent } from './clipboard.js';
import { editableAround, innerTarget, isPassword } from './editable.js';
import { FrameEngine } from './engine.js';
import { yieldToPredecessor } from './handover.js';
import { isClean, judge } from './held.js';
import { moveCaretTo, type Place, placeOf } from './insert.js';
import { listen } from './listeners.js';
import { guardedHost, isGuardedPage } from './page.js';
import { followPolicy } from './policy.js';
import { tellLate } from './record.js';
import { Session } from './session.js';

/** Answer to a `ping`. */
export interface GuardStatus {
  /** Whether it was there before the page's own scripts. */
  readonly early: boolean;
  readonly broken: boolean;
}

/** How long a frame without any input waits before it makes its engine. */
const idleDelay = 1000;

/** Stands between the clipboard and the page, in one frame. */
export class Guard {
  readonly #engine = new FrameEngine(guardedHost);
  readonly #early = document.readyState === 'loading' && document.body === null;
  #session: Session | undefined;
  #dragBeganHere = false;

  start(): void {
    const stop = listen({
      paste: (event) => this.#onPaste(event),
      drop: (event) => this.#onDrop(event),
      dragstart: (event) => this.#onDragStart(event),
      dragend: () => this.#onDragEnd(),
      focusin: (event) => this.#onFocus(event),
      focus: (event) => this.#onFocus(event),
      pointerdown: (event) => this.#warmFor(event),
      keydown: (event) => this.#onKey(event),
    });
    void yieldToPredecessor(stop);
    void followPolicy((policy) => this.#engine.use(policy));
    this.#answerPings();
    if (!this.#early) tellLate();
    if (window === top && isGuardedPage()) {
      setTimeout(() => requestIdleCallback(() => this.#engine.warm()), idleDelay);
    }
  }

  #answerPings(): void {
    browser.runtime.onMessage.addListener((message, _sender, answer) => {
      const status: GuardStatus = { early: this.#early, broken: this.#engine.broken };
      if (message?.type === 'ping') answer(status);
    });
  }

  #onPaste(event: ClipboardEvent): void {
    // A page-made event brings nothing the page does not have, and must not learn what we find.
    if (!event.isTrusted || event.clipboardData === null) return;
    this.#consider('paste', event, event.clipboardData, placeOf);
  }

  #onDrop(event: DragEvent): void {
    const own = this.#dragBeganHere;
    this.#dragBeganHere = false;
    // What was dragged within the page is in the page already.
    if (!event.isTrusted || event.dataTransfer === null || own) return;
    const locate = (target: Element) => moveCaretTo(event, placeOf(target));
    this.#consider('drop', event, event.dataTransfer, locate);
  }

  #consider(
    channel: Channel,
    event: Event,
    transfer: DataTransfer,
    locate: (target: Element) => Place,
  ): void {
    const target = innerTarget(event);
    if (target === null || isPassword(target) || !isGuardedPage()) return;
    const content = readContent(transfer);
    const held = judge(flavoursOf(content), this.#engine);
    if (isClean(held)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#session?.cancel();
    const stopped = { channel, host: guardedHost(), content, place: locate(target), held };
    this.#session = new Session(stopped, this.#engine, () => {
      this.#session = undefined;
    });
  }

  #onDragStart(event: DragEvent): void {
    if (event.isTrusted) this.#dragBeganHere = true;
  }

  #onDragEnd(): void {
    this.#dragBeganHere = false;
  }

  /** A page that keeps the focus in its own dialog would take it from ours. */
  #onFocus(event: FocusEvent): void {
    if (event.target === this.#session?.element) event.stopImmediatePropagation();
    else this.#warmFor(event);
  }

  #warmFor(event: Event): void {
    if (event.isTrusted && editableAround(innerTarget(event)) !== null && isGuardedPage()) {
      setTimeout(() => this.#engine.warm());
    }
  }

  /** Escape cancels wherever the focus is. */
  #onKey(event: KeyboardEvent): void {
    if (this.#session === undefined || !event.isTrusted || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#session.cancel();
  }
}
