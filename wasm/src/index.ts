/** Keeps source code, secrets and personal data out of AI chat tools. */
export type { Conversation } from './conversation.js';
export { SluiceError, type SluiceErrorCode } from './errors.js';
export { Guardrail } from './guardrail.js';
export type { LoadOptions, SyncOptions } from './options.js';
export { findPeopleList, type PeopleList } from './people-list.js';
export {
  type RedactContext,
  type Redaction,
  type RedactionStyle,
  redactFindings,
} from './redaction.js';
export type { Restorer } from './restorer.js';
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
export type { TextStream } from './stream.js';
export type * from './types.js';
export { Vault, type VaultEntry } from './vault.js';
export type { WasmSource } from './wasm.js';
