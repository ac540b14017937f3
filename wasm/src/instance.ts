import { checkStatus, SluiceError } from './errors.js';
import type { Instantiate, ScannerExports } from './exports.js';
import { type FindingRecord, readRecords } from './marshal.js';
import { Answers, allocate, Scope, withScope } from './memory.js';
import type { ScanContext } from './types.js';
import { DIRECTIONS } from './words.js';

const ABI_VERSION = 2;
/** Bytes of UTF-8, as in engine/include/sluice/scanner.h. */
export const MAX_TEXT_BYTES = 32 * 1024 * 1024;
/** In UTF-16 code units. */
const SMALL_TEXT = 256 * 1024;
/** Input buffers up to this stay where they are; kKeptInput of wasm/abi/abi.cc. */
const KEPT_INPUT = 1024 * 1024;
/** WebAssembly memory never shrinks: an instance that grew beyond this is replaced. */
const MAX_KEPT_MEMORY = 64 * 1024 * 1024;

const RULE_TEXTS = { id: 0, family: 1, title: 2, placeholder: 3, country: 4 } as const;
const RULE_NUMBERS = { category: 0, severity: 1, confidence: 2, tagCount: 3 } as const;

/** What a scan gives before the numbers become words. */
export interface RawVerdict {
  readonly action: number;
  readonly incomplete: number;
  readonly findings: readonly FindingRecord[];
}

/** What an instance is made of; making it again gives the same instance. */
export interface InstanceParts {
  readonly instantiate: Instantiate<ScannerExports>;
  readonly database: Uint8Array;
  readonly policy: Uint8Array;
}

/** A context in the instance's memory. */
interface WrittenContext {
  readonly destination: string;
  readonly locale: string;
  readonly direction: number;
  readonly scope: Scope;
  readonly pointer: number;
}

const NOTHING: readonly FindingRecord[] = Object.freeze([]);
const encoder = new TextEncoder();

/**
 * One running scanner. Whatever traps leaves it unusable; its owner drops it then. Nothing needs
 * freeing: all of it lies in the instance's own memory.
 */
export class Instance {
  readonly #exports: ScannerExports;
  readonly #answers: Answers;
  readonly #database: number;
  readonly #policy: number;
  readonly #scanner: number;
  /** Most scans have the context of the one before. */
  #context: WrittenContext | undefined;
  /** The scanner's input buffer while it is small enough to stay. */
  #input = new Uint8Array();

  constructor({ instantiate, database, policy }: InstanceParts) {
    const exports = instantiate();
    this.#exports = exports;
    if (exports.sluice_abi_version() !== ABI_VERSION) {
      throw new SluiceError('version-mismatch', 'engine and module are of different versions');
    }
    const answers = new Answers(exports);
    this.#answers = answers;
    this.#database = this.#loadDatabase(database);
    this.#policy = withScope(exports, (scope) => {
      const { pointer, length } = scope.bytes(policy);
      return answers.word(exports.sluice_policy_load(pointer, length, answers.first));
    });
    this.#scanner = answers.word(exports.sluice_scanner_new(this.#database, answers.first));
  }

  /** The database keeps its bytes where they are, so this memory is given away. */
  #loadDatabase(bytes: Uint8Array): number {
    const pointer = allocate(this.#exports, bytes.length);
    new Uint8Array(this.#exports.memory.buffer, pointer, bytes.length).set(bytes);
    const { first } = this.#answers;
    return this.#answers.word(this.#exports.sluice_database_load(pointer, bytes.length, first));
  }

  get ruleCount(): number {
    return this.#exports.sluice_database_rule_count(this.#database);
  }

  /** Whether it is cheaper to start afresh than to keep this much memory. */
  get overgrown(): boolean {
    return this.#exports.memory.buffer.byteLength > MAX_KEPT_MEMORY;
  }

  ruleText(rule: number, field: keyof typeof RULE_TEXTS): string {
    const { first, second } = this.#answers;
    return this.#answers.text(
      this.#exports.sluice_rule_string(this.#database, rule, RULE_TEXTS[field], first, second),
    );
  }

  ruleNumber(rule: number, field: keyof typeof RULE_NUMBERS): number {
    return this.#exports.sluice_rule_number(this.#database, rule, RULE_NUMBERS[field]);
  }

  ruleTags(rule: number): readonly string[] {
    const { first, second } = this.#answers;
    return Array.from({ length: this.ruleNumber(rule, 'tagCount') }, (_, tag) =>
      this.#answers.text(this.#exports.sluice_rule_tag(this.#database, rule, tag, first, second)),
    );
  }

  /** What an evidence's name stands for. */
  string(id: number): string {
    const { first, second } = this.#answers;
    return this.#answers.text(
      this.#exports.sluice_database_string(this.#database, id, first, second),
    );
  }

  /** `undefined` for a number without a name. */
  languageName(language: number): string | undefined {
    const { first, second } = this.#answers;
    const status = this.#exports.sluice_language_name(language, first, second);
    return status === 0 ? this.#answers.text(status) : undefined;
  }

  /** Lets only these rules take part from now on. */
  select(rules: readonly number[]): void {
    const words = new Array<number>(Math.ceil(this.ruleCount / 32)).fill(0);
    for (const rule of rules) words[rule >>> 5] = (words[rule >>> 5] ?? 0) | (1 << (rule & 31));
    withScope(this.#exports, (scope) => {
      const { pointer } = scope.words(words);
      checkStatus(this.#exports.sluice_scanner_select(this.#scanner, pointer, words.length));
    });
  }

  /** `undefined`: the text is over the limit and was not even copied. */
  scan(text: string, context: ScanContext): RawVerdict | undefined {
    const length = this.#writeInput(text);
    if (length === undefined) return undefined;
    const where = this.#writeContext(context);
    const { first } = this.#answers;
    const verdict = this.#answers.word(
      this.#exports.sluice_scanner_scan(this.#scanner, this.#policy, length, where, first),
    );
    return this.#readVerdict(verdict);
  }

  /** A stream's handle, to be freed by {@link freeStream}. */
  openStream(context: ScanContext): number {
    const where = this.#writeContext(context);
    const { first } = this.#answers;
    return this.#answers.word(
      this.#exports.sluice_stream_new(this.#scanner, this.#policy, where, first),
    );
  }

  /** What became final; `undefined`: the piece alone is over the limit. */
  pushStream(stream: number, piece: string): readonly FindingRecord[] | undefined {
    const length = this.#writeInput(piece);
    if (length === undefined) return undefined;
    const { first } = this.#answers;
    const verdict = this.#answers.word(this.#exports.sluice_stream_push(stream, length, first));
    return this.#readVerdict(verdict).findings;
  }

  /** UTF-16 code units. */
  streamSettled(stream: number): number {
    return this.#exports.sluice_stream_settled(stream);
  }

  endStream(stream: number): RawVerdict {
    const { first } = this.#answers;
    return this.#readVerdict(this.#answers.word(this.#exports.sluice_stream_end(stream, first)));
  }

  freeStream(stream: number): void {
    this.#exports.sluice_stream_free(stream);
  }

  /** Bytes written to the scanner's buffer; `undefined`: over the limit, and not even copied. */
  #writeInput(text: string): number | undefined {
    if (text.length > MAX_TEXT_BYTES) return undefined;
    if (text.length <= SMALL_TEXT) {
      return encoder.encodeInto(text, this.#inputFor(text.length * 3)).written;
    }
    if (text.length * 3 > MAX_TEXT_BYTES && utf8Length(text) > MAX_TEXT_BYTES) return undefined;
    // Three bytes for every unit are too many for a large text, which most often is ASCII.
    const input = this.#inputFor(text.length);
    const { read, written } = encoder.encodeInto(text, input);
    if (read === text.length) return written;
    input.fill(0); // a larger buffer takes its place, and it must not stay behind
    return encoder.encodeInto(text, this.#inputFor(utf8Length(text))).written;
  }

  /** The scanner's input buffer, with room for `capacity` bytes at least. */
  #inputFor(capacity: number): Uint8Array {
    const { buffer } = this.#exports.memory;
    if (this.#input.buffer === buffer && capacity <= this.#input.length) return this.#input;
    const { first } = this.#answers;
    const pointer = this.#answers.word(
      this.#exports.sluice_scanner_input(this.#scanner, capacity, first),
    );
    const input = new Uint8Array(this.#exports.memory.buffer, pointer, capacity);
    this.#input = capacity <= KEPT_INPUT ? input : new Uint8Array();
    return input;
  }

  /** The address of the context. */
  #writeContext({ destination = '', locale = '', direction = 'prompt' }: ScanContext): number {
    const known = this.#context;
    const way = DIRECTIONS.indexOf(direction);
    if (known?.destination === destination && known.locale === locale && known.direction === way) {
      return known.pointer;
    }
    known?.scope.free();
    this.#context = undefined;
    const scope = new Scope(this.#exports);
    const site = scope.text(destination);
    const language = scope.text(locale);
    const { pointer } = scope.words([
      site.pointer,
      site.length,
      language.pointer,
      language.length,
      way,
    ]);
    this.#context = { destination, locale, direction: way, scope, pointer };
    return pointer;
  }

  #readVerdict(verdict: number): RawVerdict {
    const exports = this.#exports;
    const count = exports.sluice_verdict_count(verdict);
    return {
      action: exports.sluice_verdict_action(verdict),
      incomplete: exports.sluice_verdict_incomplete(verdict),
      findings:
        count === 0
          ? NOTHING
          : readRecords(exports.memory.buffer, exports.sluice_verdict_findings(verdict), count),
    };
  }
}

/** Bytes of `text` as UTF-8, a lone surrogate counting as U+FFFD. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    // Two units of a pair make four bytes: three for the first, one for the second.
    const paired = unit >= 0xd800 && unit < 0xdc00 && isLowSurrogate(text, index + 1);
    bytes += unit < 0x800 ? 1 : 2;
    if (paired) index += 1;
  }
  return bytes;
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index); // NaN past the end
  return unit >= 0xdc00 && unit < 0xe000;
}
