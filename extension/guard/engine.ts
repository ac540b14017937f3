import type { Policy, RuleInfo, Verdict } from 'sluice';
import { createEngine, type Engine } from '#engine';
import type { Judge } from './held.js';

const defaultPolicy = 'default';

/** The engine of this frame: made when an editable is first touched, or by the first paste. */
export class FrameEngine implements Judge {
  #engine: Engine | undefined;
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

  warm(): void {
    this.#ready();
  }

  /** Tries once more with a new engine: one that trapped is of no further use. */
  scan(text: string): Verdict | undefined {
    return this.#scanOnce(text) ?? this.#scanOnce(text);
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
