/** The scanner as plain JavaScript, for pages whose policy forbids WebAssembly. */
import { copyBytes } from './bytes.js';
import { database } from './database-js.js';
import { instantiate } from './engine-js.js';
import { SluiceError } from './errors.js';
import type { ScannerExports } from './exports.js';
import type { Guardrail } from './guardrail.js';
import { IMPORTS } from './imports.js';
import { resolvePacks, resolvePolicy, type SyncOptions } from './options.js';
import { Session } from './session.js';

export * from './common.js';
export type { Guardrail } from './guardrail.js';

class JsSession extends Session {
  static load(options: SyncOptions): JsSession {
    return new JsSession({
      instantiate: () => {
        const exports = instantiate(IMPORTS);
        exports._initialize();
        return exports satisfies ScannerExports;
      },
      database: options.database === undefined ? database() : copyBytes(options.database),
      policy: resolvePolicy(options.policy),
      families: resolvePacks(options.packs),
      checkRules: refuseToCheckRules,
    });
  }
}

/**
 * A guardrail that runs without WebAssembly, `eval` or anything to fetch: same engine, same
 * rules, same verdicts, at about half the speed. Synchronous. Checking rules needs the compiler,
 * which is WebAssembly: use `Guardrail` from `sluice` for that.
 */
export function loadJs(options: SyncOptions = {}): Guardrail {
  return JsSession.load(options);
}

async function refuseToCheckRules(): Promise<never> {
  throw new SluiceError('unavailable', 'the rule compiler is not part of the JavaScript build');
}
