// The engine's numbers as words; positions are part of the ABI.
import type {
  Action,
  Category,
  CodeOrigin,
  Confidence,
  Direction,
  EvidenceKind,
  IncompleteReason,
  Severity,
} from './types.js';

export const CATEGORIES: readonly Category[] = [
  'secret',
  'personal',
  'code',
  'confidential',
  'conduct',
];
export const SEVERITIES: readonly Severity[] = ['low', 'medium', 'high', 'critical'];
export const CONFIDENCES: readonly Confidence[] = ['low', 'medium', 'high'];
export const ACTIONS: readonly Action[] = ['allow', 'log', 'warn', 'redact', 'block'];
export const DIRECTIONS: readonly Direction[] = ['prompt', 'response'];
export const CODE_ORIGINS: readonly CodeOrigin[] = ['unknown', 'open', 'proprietary', 'own'];
export const EVIDENCE_KINDS: readonly EvidenceKind[] = [
  'format',
  'checksum',
  'structure',
  'rarity',
  'context',
  'model',
  'bulk',
];
/** 0 is "none" and never asked for. */
export const DECODERS: readonly string[] = [
  '',
  'percent',
  'html',
  'escape',
  'quoted-printable',
  'base64',
  'hex',
  'gzip',
];
export const INCOMPLETE_REASONS: readonly (IncompleteReason | undefined)[] = [
  undefined,
  'too-large',
  'budget',
  'decode',
  'error',
];

/** The word for a number; a number without one means that engine and module do not fit. */
export function wordOf<T>(words: readonly T[], index: number): T {
  const word = words[index];
  if (word === undefined) throw new RangeError(`the engine gave the number ${index}`);
  return word;
}

/** Whether `action` is at least as strict as `minimum`. */
export function isAtLeast(action: Action, minimum: Action): boolean {
  return ACTIONS.indexOf(action) >= ACTIONS.indexOf(minimum);
}
