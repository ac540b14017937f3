import type { IncompleteReason, Policy, RuleInfo, Verdict } from 'sluice';
import { createEngine, type Engine } from '#engine';
import type { Judge } from './held.js';

const defaultPolicy = 'default';

/** In UTF-16 code units. The page stands still while a text is looked at; more is too long a wait. */
const maxLength = 2_000_000;

/** A policy known by name alone is taken for strict, unless it is the one everybody has. */
function incompleteAction(policy: Policy | string): Verdict['action'] {
  if (typeof policy === 'object') return policy.incomplete ?? 'warn';
  return policy === defaultPolicy ? 'warn' : 'block';
}

/** The engine of this frame: made when an editable is first touched, or by the first paste. */
export class FrameEngine implements Judge {
  #engine: Engine | undefined;
  #warmed: Engine | undefined;
  #rules: ReadonlyMap<string, RuleInfo> | undefined;
  #policy: Policy | string = defaultPolicy;
  #broken = false;

  constructor(readonly destination: () => string) {}

  /** Whether the last attempt to make or use the engine failed. */
  get broken(): boolean {
    return this.#broken;
  }

  use(policy: Policy | string | undefined): void {
    this.#policy = policy ?? defaultPolicy;
    this.#engine = undefined;
  }

  /** So that the first paste finds an engine that is made, and that the browser has compiled. */
  warm(): void {
    const engine = this.#ready();
    if (engine === undefined || engine === this.#warmed) return;
    this.#warmed = engine;
    engine.warmUp();
  }

  /** Always a verdict: where the engine gives none, it is that nothing was looked at. */
  scan(text: string): Verdict {
    if (text.length > maxLength) return this.#unchecked('too-large');
    // Once more with a new engine: one that trapped is of no further use.
    return this.#scanOnce(text) ?? this.#scanOnce(text) ?? this.#unchecked('error');
  }

  rule(id: string): RuleInfo | undefined {
    this.#rules ??= new Map(this.#ready()?.rules.map((rule) => [rule.id, rule]));
    return this.#rules.get(id);
  }

  #scanOnce(text: string): Verdict | undefined {
    try {
      return this.#ready()?.scan(text, { destination: this.destination() });
    } catch {
      this.#engine = undefined;
      this.#broken = true;
      return undefined;
    }
  }

  #unchecked(incomplete: IncompleteReason): Verdict {
    const action = incompleteAction(this.#policy);
    return { action, complete: false, incomplete, findings: [] };
  }

  #ready(): Engine | undefined {
    try {
      this.#engine ??= this.#create();
      this.#broken = false;
    } catch {
      this.#broken = true;
    }
    return this.#engine;
  }

  /** A policy that does not hold is no reason to go without one. */
  #create(): Engine {
    try {
      return createEngine(this.#policy);
    } catch (error) {
      if (this.#policy === defaultPolicy) throw error;
      return createEngine(defaultPolicy);
    }
  }
}
