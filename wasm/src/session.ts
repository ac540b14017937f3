import { Conversation } from './conversation.js';
import { SluiceError } from './errors.js';
import { Instance, type InstanceParts } from './instance.js';
import { makeVerdict, toFinding, toVerdict } from './marshal.js';
import { encodePolicy } from './policy.js';
import { type RedactContext, type Redaction, redactText } from './redaction.js';
import { findRepeats } from './repeats.js';
import type { RulePack, RuleReport } from './rule-pack.js';
import { RuleTable } from './rules.js';
import { TextStream } from './stream.js';
import type { IncompleteReason, Policy, RuleInfo, ScanContext, Verdict } from './types.js';
import { DIRECTIONS } from './words.js';

/** What a warm engine has seen: labels, separators, digits and a key, all invented. */
const WARM_UP_TEXT = [
  'Dear Anna, the order 2024-118 of 12 March 2024 goes to Jan (jan@example.org, +31 20 555 01 23).',
  'password = hunter2; token: abcdef0123456789; card 4111 1111 1111 1111, BSN 111222333.',
  'const total = items.map((item) => item.price).reduce((a, b) => a + b, 0);',
  '| name | number |\n|---|---|\n| caf\u00e9 | NL91 ABNA 0417 1643 00 |',
  'aGVsbG8gd29ybGQsIHRoaXMgaXMgcGxhaW4gdGV4dA== %41%42 &amp; \\u0041',
].join('\n');
const WARM_UP_SCANS = 8;

/** Checks a rule pack; loads the compiler when first asked. */
export type CheckRules = (pack: string | RulePack) => Promise<RuleReport>;

/** What a session is made of. */
export interface SessionParts extends Omit<InstanceParts, 'policy'> {
  readonly policy: Policy;
  /** Only rules of these families take part. */
  readonly families: ReadonlySet<string> | undefined;
  readonly checkRules: CheckRules;
}

/**
 * What every guardrail does, whichever build it runs on. Holds one engine instance, and replaces
 * it when it trapped or grew too large.
 */
export class Session implements Disposable {
  readonly #parts: SessionParts;
  readonly #encodedPolicy: Uint8Array;
  readonly #table: RuleTable;
  /** Indices in the database; `undefined` = all. */
  #selected: readonly number[] | undefined;
  #instance: Instance | undefined;
  #rules: readonly RuleInfo[] | undefined;
  #placeholders: ReadonlyMap<string, string> | undefined;
  #disposed = false;

  /** @internal */
  protected constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#encodedPolicy = encodePolicy(parts.policy);
    this.#table = new RuleTable(() => this.#running());
    try {
      this.#running();
      this.#select(parts.families);
      this.#checkLanguages(parts.policy);
    } catch (error) {
      if (error instanceof SluiceError) throw error;
      throw new SluiceError('engine-failed', 'the engine did not start', undefined, {
        cause: error,
      });
    }
  }

  /** The rules that take part, in the order of the database. */
  get rules(): readonly RuleInfo[] {
    this.#refuseWhenDisposed();
    this.#rules ??= Object.freeze(
      this.#selected?.map((index) => this.#table.rule(index)) ?? this.#table.all(),
    );
    return this.#rules;
  }

  /**
   * Looks for secrets, personal data, code and markers in `text`. Synchronous and local. Never
   * throws because of what the text holds: what could not be looked at is said by
   * {@link Verdict.incomplete}, and an incomplete verdict is never a clean one.
   */
  scan(text: string, context: ScanContext = {}): Verdict {
    this.#refuseWhenDisposed();
    checkArguments(text, context);
    try {
      return this.#scan(text, context);
    } catch {
      this.#instance = undefined; // whatever it was, this instance is not to be trusted
      return this.#incomplete('error');
    }
  }

  /**
   * Scans a text that comes in pieces, such as a chatbot's reply: however it is cut, the verdict
   * at its end is that of the whole text.
   */
  stream(context: ScanContext = {}): TextStream {
    this.#refuseWhenDisposed();
    checkContext(context);
    return new TextStream(
      () => {
        this.#refuseWhenDisposed();
        const instance = this.#running();
        return { instance, handle: instance.openStream(context) };
      },
      {
        toFinding: (record) => toFinding(record, this.#table),
        incomplete: (reason) => this.#incomplete(reason),
        refuseWhenDisposed: () => this.#refuseWhenDisposed(),
        release: (instance, failed) => {
          if (this.#instance === instance && (failed || instance.overgrown)) {
            this.#instance = undefined;
          }
        },
      },
    );
  }

  /**
   * Scans the messages of one conversation in turn, and finds a value that was split over two of
   * them. It holds the last few hundred characters, in memory only.
   */
  conversation(context: ScanContext = {}): Conversation {
    this.#refuseWhenDisposed();
    checkContext(context);
    return new Conversation((text) => this.scan(text, context));
  }

  /**
   * Scans a text of its own, so that the first text of the user does not wait for the browser to
   * compile the engine. Call it when there is nothing better to do.
   */
  warmUp(): void {
    for (let time = 0; time < WARM_UP_SCANS; time += 1) this.scan(WARM_UP_TEXT);
  }

  /**
   * Scans `text` and puts a placeholder such as `[EMAIL_1]` in place of every finding whose
   * action is at least `context.minimum` (default `warn`). An incomplete verdict is not made
   * complete by this: look at it before the text goes anywhere.
   */
  redact(text: string, context: RedactContext = {}): Redaction {
    const verdict = this.scan(text, context);
    this.#placeholders ??= new Map(this.rules.map((rule) => [rule.id, rule.placeholder]));
    const placeholders = this.#placeholders;
    return redactText(
      text,
      {
        verdict,
        nameOf: (ruleId) => placeholders.get(ruleId) ?? 'VALUE',
        rescan: (redacted) => this.scan(redacted, context).findings,
        repeats: findRepeats,
      },
      context,
    );
  }

  /**
   * What a rule author needs: every error with its place, what each rule costs, and how the
   * pack's own examples did in the whole pipeline. Loads the compiler when first asked.
   */
  async checkRules(pack: string | RulePack): Promise<RuleReport> {
    this.#refuseWhenDisposed();
    return await this.#parts.checkRules(pack);
  }

  /** Gives the engine's memory back. Any later use throws `disposed`. */
  dispose(): void {
    this.#disposed = true;
    this.#instance = undefined;
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #running(): Instance {
    if (this.#instance === undefined) {
      this.#instance = new Instance({ ...this.#parts, policy: this.#encodedPolicy });
      if (this.#selected !== undefined) this.#instance.select(this.#selected);
    }
    return this.#instance;
  }

  #select(families: ReadonlySet<string> | undefined): void {
    if (families === undefined) return;
    this.#selected = this.#table
      .all()
      .flatMap((rule, index) => (families.has(rule.family) ? [index] : []));
    this.#running().select(this.#selected);
  }

  /** A misspelt language would never match, silently. */
  #checkLanguages(policy: Policy): void {
    if (policy.clauses.every((clause) => clause.languages === undefined)) return;
    const known = new Set(Array.from({ length: 256 }, (_, id) => this.#table.language(id)));
    policy.clauses.forEach((clause, index) => {
      for (const language of clause.languages ?? []) {
        if (known.has(language)) continue;
        const where = `#/clauses/${index}/languages`;
        throw new SluiceError('invalid-policy', `there is no language ${language}`, where);
      }
    });
  }

  #scan(text: string, context: ScanContext): Verdict {
    const instance = this.#running();
    const raw = instance.scan(text, context);
    if (raw === undefined) return this.#incomplete('too-large');
    const findings = raw.findings.map((record) => toFinding(record, this.#table));
    if (instance.overgrown) this.#instance = undefined;
    return toVerdict(raw.action, raw.incomplete, findings);
  }

  #incomplete(reason: IncompleteReason): Verdict {
    return makeVerdict(this.#parts.policy.incomplete ?? 'warn', reason, []);
  }

  #refuseWhenDisposed(): void {
    if (this.#disposed) throw new SluiceError('disposed', 'this guardrail was disposed of');
  }
}

function checkArguments(text: string, context: ScanContext): void {
  if (typeof text !== 'string') {
    throw new SluiceError('invalid-argument', 'only strings can be scanned');
  }
  checkContext(context);
}

function checkContext(context: ScanContext): void {
  if (context.direction !== undefined && !DIRECTIONS.includes(context.direction)) {
    throw new SluiceError('invalid-argument', 'direction must be prompt or response');
  }
}
