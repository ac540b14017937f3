import { SluiceError } from './errors.js';
import { packs } from './generated/packs.js';
import { policies } from './generated/policies.js';
import { validatePolicy } from './policy.js';
import type { RulePack, SharedWords } from './rule-pack.js';
import type { Policy } from './types.js';
import type { WasmSource } from './wasm.js';

/** What to load a guardrail with. Rules and policy have defaults inside the package. */
export interface LoadOptions extends SyncOptions {
  /** The scanner's module; by default the one beside this file. */
  readonly wasm?: WasmSource;
  /** Rules in place of the default ones. They are compiled on load. */
  readonly rules?: readonly (RulePack | SharedWords)[];
  /** Rules besides the default ones. They are compiled on load. */
  readonly extraRules?: readonly (RulePack | SharedWords)[];
}

/** The options that need no waiting. */
export interface SyncOptions {
  /** A database compiled before, in place of the default one. */
  readonly database?: BufferSource;
  /** Names of packs, such as `secrets` or `personal-eu`: only rules of these take part. */
  readonly packs?: readonly string[];
  /** A policy, or the name of one inside the package: `default`, `strict`, ... */
  readonly policy?: Policy | string;
}

/** The policy meant; throws `invalid-policy`. */
export function resolvePolicy(policy: Policy | string = 'default'): Policy {
  if (typeof policy !== 'string') return structuredClone(validatePolicy(policy));
  const known = policies[policy];
  if (known !== undefined) return known;
  const names = Object.keys(policies).join(', ');
  throw new SluiceError('invalid-policy', `there is no policy ${policy}, only ${names}`);
}

/** The families of these packs; `undefined` = no choice was made. */
export function resolvePacks(
  names: readonly string[] | undefined,
): ReadonlySet<string> | undefined {
  if (names === undefined) return undefined;
  return new Set(
    names.flatMap((name) => {
      const families = packs[name];
      if (families !== undefined) return families;
      const known = Object.keys(packs).join(', ');
      throw new SluiceError('invalid-argument', `there is no pack ${name}, only ${known}`);
    }),
  );
}
