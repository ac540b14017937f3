/** What both entries of the package export. */
export type { Conversation } from './conversation.js';
export { SluiceError, type SluiceErrorCode } from './errors.js';
export type { SyncOptions } from './options.js';
export { findPeopleList, type PeopleList } from './people-list.js';
export {
  type RedactContext,
  type Redaction,
  type RedactionStyle,
  redactFindings,
} from './redaction.js';
export type { Restorer } from './restorer.js';
export { findStories, type Story } from './stories.js';
export type { TextStream } from './stream.js';
export type * from './types.js';
export { Vault, type VaultEntry } from './vault.js';
