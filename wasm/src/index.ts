/** Keeps source code, secrets and personal data out of AI chat tools. */
export * from './common.js';
export { Guardrail } from './guardrail.js';
export type { LoadOptions } from './options.js';
export type {
  Joined,
  RuleCheck,
  RuleContext,
  RuleCost,
  RulePack,
  RuleProblem,
  RuleReport,
  RuleSource,
  SharedWords,
  Words,
} from './rule-pack.js';
export type { WasmSource } from './wasm.js';
