import { SluiceError } from './errors.js';
import type { Instance } from './instance.js';
import type { FindingRecord } from './marshal.js';
import { toVerdict } from './marshal.js';
import type { Finding, IncompleteReason, Verdict } from './types.js';

interface Opened {
  readonly instance: Instance;
  readonly handle: number;
}

/** What a stream needs of its guardrail. */
export interface StreamHost {
  toFinding(record: FindingRecord): Finding;
  incomplete(reason: IncompleteReason): Verdict;
  refuseWhenDisposed(): void;
  /** Told when the stream needs the instance no more, or found it broken. */
  release(instance: Instance, failed: boolean): void;
}

const NOTHING: readonly Finding[] = Object.freeze([]);

/**
 * A scan of a text that comes in pieces.
 *
 * ```ts
 * const stream = guardrail.stream({ direction: 'response' });
 * for await (const piece of reply) {
 *   text += piece;
 *   hide(stream.push(piece));         // final findings, by offsets in the whole text
 *   show(text.slice(0, stream.settled)); // nothing new will be found in this
 * }
 * const verdict = stream.end();       // of the whole text
 * ```
 *
 * The engine keeps the text until the end, in its own memory, at most 32 MiB.
 */
export class TextStream implements Disposable {
  readonly #host: StreamHost;
  readonly #open: () => Opened;
  #opened: Opened | undefined;
  /** The first half of a surrogate pair whose second half is still to come. */
  #half = '';
  #settled = 0;
  #failure: IncompleteReason | undefined;
  #verdict: Verdict | undefined;

  /** @internal */
  constructor(open: () => Opened, host: StreamHost) {
    this.#open = open;
    this.#host = host;
  }

  /**
   * UTF-16 code units from the begin of the text that are final: of patterns and numbers, nothing
   * that begins before will be found any more that {@link push} has not told. It stands still
   * while a value may be under way, in a table that may go on, and once a limit was met.
   */
  get settled(): number {
    return this.#settled;
  }

  /**
   * Takes the next piece, which may end anywhere, and tells the findings that became final. Source
   * code and full names of people are told by {@link end} only, which looks at the text as a whole.
   * What failed or grew too large is told by the verdict. Throws `invalid-argument` once the stream has ended, `disposed` once its guardrail is.
   */
  push(piece: string): readonly Finding[] {
    this.#host.refuseWhenDisposed();
    if (typeof piece !== 'string') {
      throw new SluiceError('invalid-argument', 'only strings can be scanned');
    }
    if (this.#verdict !== undefined) {
      throw new SluiceError('invalid-argument', 'this stream has ended');
    }
    const text = this.#half + piece;
    const whole = endsInHalf(text) ? text.slice(0, -1) : text;
    this.#half = text.slice(whole.length);
    return this.#pushWhole(whole);
  }

  /**
   * The verdict of the whole text, the same however often it is asked for. Throws `disposed` if the
   * guardrail was disposed of before.
   */
  end(): Verdict {
    if (this.#verdict === undefined) {
      this.#host.refuseWhenDisposed();
      this.#pushWhole(this.#half); // alone, as it would stand in the whole text
      this.#verdict = this.#attempt((opened) => this.#endOf(opened)) ?? this.#broken();
      this.#close(false);
    }
    return this.#verdict;
  }

  /** Forgets the text of a stream that will not be ended; its verdict is then incomplete. */
  dispose(): void {
    this.#verdict ??= this.#host.incomplete('error');
    this.#close(false);
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #pushWhole(piece: string): readonly Finding[] {
    if (piece === '') return NOTHING;
    const found = this.#attempt(({ instance, handle }) => {
      const records = instance.pushStream(handle, piece);
      if (records === undefined) this.#failure = 'too-large';
      this.#settled = instance.streamSettled(handle);
      return records?.map((record) => this.#host.toFinding(record));
    });
    return Object.freeze(found ?? NOTHING);
  }

  #endOf({ instance, handle }: Opened): Verdict {
    const { action, incomplete, findings } = instance.endStream(handle);
    const found = findings.map((record) => this.#host.toFinding(record));
    return toVerdict(action, incomplete, found);
  }

  /** `undefined`, now and ever after, once something failed. */
  #attempt<T>(action: (opened: Opened) => T): T | undefined {
    if (this.#failure !== undefined) return undefined;
    try {
      this.#opened ??= this.#open();
      return action(this.#opened);
    } catch {
      this.#failure = 'error';
      this.#close(true);
      return undefined;
    }
  }

  #broken(): Verdict {
    return this.#host.incomplete(this.#failure ?? 'error');
  }

  /** Gives the engine's part back; a broken engine is not asked for that. */
  #close(failed: boolean): void {
    const opened = this.#opened;
    this.#opened = undefined;
    if (opened === undefined) return;
    let broken = failed;
    try {
      if (!broken) opened.instance.freeStream(opened.handle);
    } catch {
      broken = true;
    }
    this.#host.release(opened.instance, broken);
  }
}

function endsInHalf(text: string): boolean {
  const last = text.charCodeAt(text.length - 1); // NaN in an empty text
  return last >= 0xd800 && last < 0xdc00;
}
