import { Guardrail, type LoadOptions, type RuleInfo, type ScanContext, type Verdict } from 'sluice';
import defaultRules from 'sluice/rules.json';
import type { Problem, Replacement, RuleCheck, Setup } from './protocol.js';
import { locateReplacements } from './replacements.js';
import { problemsOf, toRuleCheck } from './reports.js';

/** Runs of the same text until one of the two is used up. */
const MAX_RUNS = 15;
const MAX_MS = 60;

/** A guardrail that can be set up anew, and a watch. */
export class Engine {
  #guardrail: Guardrail | undefined;

  /** Replaces the guardrail. Throws, and keeps the old one, when the setup is not valid. */
  async setUp(setup: Setup): Promise<readonly RuleInfo[]> {
    const guardrail = await Guardrail.load({ ...policyOf(setup), ...rulesOf(setup) });
    this.#guardrail?.dispose();
    this.#guardrail = guardrail;
    return guardrail.rules;
  }

  async trySetUp(setup: Setup): Promise<readonly Problem[]> {
    try {
      await this.setUp(setup);
      return [];
    } catch (error) {
      return problemsOf(error);
    }
  }

  scan(text: string, context: ScanContext): { verdict: Verdict; milliseconds: number } {
    const guardrail = this.#loaded();
    const start = performance.now();
    const verdict = guardrail.scan(text, context);
    return { verdict, milliseconds: performance.now() - start };
  }

  redact(
    text: string,
    context: ScanContext,
  ): { text: string; replacements: readonly Replacement[] } {
    const redaction = this.#loaded().redact(text, context);
    const replacements = locateReplacements(redaction.verdict.findings, redaction.text);
    return { text: redaction.text, replacements };
  }

  /** The median over some runs. The clock is coarse, so quick scans are timed in batches. */
  time(text: string, context: ScanContext): { median: number; runs: number } {
    const first = this.scan(text, context).milliseconds;
    const batch = Math.max(1, Math.ceil(2 / Math.max(first, 0.05)));
    const times: number[] = [];
    const end = performance.now() + MAX_MS;
    while (times.length < MAX_RUNS && (times.length === 0 || performance.now() < end)) {
      times.push(this.#timeBatch(text, context, batch));
    }
    times.sort((a, b) => a - b);
    return { median: times[times.length >> 1] ?? first, runs: times.length * batch };
  }

  async check(json: string): Promise<RuleCheck> {
    return toRuleCheck(await this.#loaded().checkRules(json), json);
  }

  #timeBatch(text: string, context: ScanContext, batch: number): number {
    const start = performance.now();
    for (let i = 0; i < batch; i += 1) this.#loaded().scan(text, context);
    return (performance.now() - start) / batch;
  }

  #loaded(): Guardrail {
    if (!this.#guardrail) throw new Error('The engine did not load.');
    return this.#guardrail;
  }
}

function policyOf({ policy }: Setup): LoadOptions {
  return policy === undefined ? {} : { policy: JSON.parse(policy) };
}

/** The default rules come with the page, so that a rule can be tried without a network. */
function rulesOf({ extraRules }: Setup): LoadOptions {
  if (extraRules === undefined) return {};
  const rules = defaultRules as unknown as NonNullable<LoadOptions['rules']>;
  return { rules: [...rules, JSON.parse(extraRules)] };
}
