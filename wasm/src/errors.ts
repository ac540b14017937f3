/** What went wrong; a closed list. The first fourteen are the engine's own. */
export type SluiceErrorCode =
  | 'invalid-argument'
  | 'invalid-json'
  | 'invalid-rule'
  | 'invalid-pattern'
  | 'unsupported-pattern'
  | 'unknown-validator'
  | 'unknown-detector'
  | 'invalid-policy'
  | 'invalid-database'
  | 'version-mismatch'
  | 'limit-exceeded'
  | 'out-of-memory'
  | 'example-failed'
  /** A file of the package, or the one given as `wasm`, could not be read. */
  | 'unavailable'
  /** What was read is no WebAssembly this runtime can compile, or not Sluice. */
  | 'invalid-wasm'
  /** The engine trapped while loading or compiling rules. */
  | 'engine-failed'
  /** The guardrail was used after `dispose()`. */
  | 'disposed';

/** Every error this module throws. Neither message nor place ever holds scanned text. */
export class SluiceError extends Error {
  readonly code: SluiceErrorCode;
  /** The place, for rules and policies: `aws.json#/rules/3/pattern`. */
  readonly where?: string;

  constructor(code: SluiceErrorCode, message: string, where?: string, options?: ErrorOptions) {
    super(where === undefined ? message : `${where}: ${message}`, options);
    this.name = 'SluiceError';
    this.code = code;
    if (where !== undefined) this.where = where;
  }
}

/** By number of `ErrorCode` in the engine. */
const ENGINE_ERRORS: readonly (readonly [SluiceErrorCode, string] | undefined)[] = [
  undefined,
  ['invalid-argument', 'the engine refused an argument'],
  ['invalid-json', 'this is not JSON, or nested or sized over the limits'],
  ['invalid-rule', 'this is not a valid rule pack'],
  ['invalid-pattern', 'RE2 does not accept the pattern'],
  ['unsupported-pattern', 'the pattern has no anchor or is too dear'],
  ['unknown-validator', 'there is no such validator'],
  ['unknown-detector', 'there is no such detector'],
  ['invalid-policy', 'this is not a valid policy'],
  ['invalid-database', 'this is not a rule database, or it is damaged'],
  ['version-mismatch', 'the rule database was made by another version'],
  ['limit-exceeded', 'a limit was exceeded'],
  ['out-of-memory', 'there is not enough memory'],
  ['example-failed', 'an example of a rule did not do what it says'],
];

/** The word for a status. */
export function engineErrorCode(status: number): SluiceErrorCode {
  return ENGINE_ERRORS[status]?.[0] ?? 'engine-failed';
}

/** Throws for every status but 0. */
export function checkStatus(status: number): void {
  if (status === 0) return;
  const [code, message] = ENGINE_ERRORS[status] ?? ['engine-failed', 'the engine failed'];
  throw new SluiceError(code, message);
}
