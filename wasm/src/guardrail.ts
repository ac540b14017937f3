import { scannerUrl } from './assets.js';
import { copyBytes } from './bytes.js';
import { checkRules, compileRules } from './compiler.js';
import { SluiceError } from './errors.js';
import type { ScannerExports } from './exports.js';
import { once } from './once.js';
import { type LoadOptions, resolvePacks, resolvePolicy } from './options.js';
import { Session, type SessionParts } from './session.js';
import { compileWasm, embeddedDatabase, instantiator } from './wasm.js';

const ownModule = once(() => compileWasm(scannerUrl()));

/**
 * Rules, a policy and an engine to apply them, in one object.
 *
 * ```ts
 * const guardrail = await Guardrail.load();
 * const verdict = guardrail.scan('mail jan@example.nl, BSN 111222333');
 * for (const { start, end, title } of verdict.findings) mark(start, end, title);
 * ```
 */
export class Guardrail extends Session {
  private constructor(parts: SessionParts) {
    super(parts);
  }

  /** Compiles the engine, and the rules if any are given. Throws {@link SluiceError}. */
  static async load(options: LoadOptions = {}): Promise<Guardrail> {
    const policy = resolvePolicy(options.policy); // cheap mistakes first
    const families = resolvePacks(options.packs);
    if (options.rules !== undefined && options.database !== undefined) {
      throw new SluiceError('invalid-argument', 'give either rules or a database');
    }
    const module = await (options.wasm === undefined ? ownModule() : compileWasm(options.wasm));
    const database = await compileRules(options);
    return new Guardrail({
      instantiate: instantiator<ScannerExports>(module),
      database: database ?? databaseOf(module, options),
      policy,
      families,
      checkRules,
    });
  }

  /**
   * As {@link Guardrail.load} for a module compiled before, without waiting. Options `rules`
   * and `extraRules` need waiting: compile them with `load`, or give a `database`.
   */
  static loadSync(module: WebAssembly.Module, options: LoadOptions = {}): Guardrail {
    if (options.rules !== undefined || options.extraRules !== undefined) {
      throw new SluiceError('invalid-argument', 'rules are compiled by load, not by loadSync');
    }
    return new Guardrail({
      instantiate: instantiator<ScannerExports>(module),
      database: databaseOf(module, options),
      policy: resolvePolicy(options.policy),
      families: resolvePacks(options.packs),
      checkRules,
    });
  }
}

function databaseOf(module: WebAssembly.Module, { database }: LoadOptions): Uint8Array {
  return database === undefined ? embeddedDatabase(module) : copyBytes(database);
}
