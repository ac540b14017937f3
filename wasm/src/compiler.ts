// The rule compiler: a second module, read only when rules are compiled or checked.
import { compilerUrl, rulesUrl } from './assets.js';
import { checkStatus, engineErrorCode, SluiceError } from './errors.js';
import type { CompilerExports } from './exports.js';
import { Answers, type Block, withScope } from './memory.js';
import { once } from './once.js';
import { type LoadOptions, resolvePolicy } from './options.js';
import { encodePolicy } from './policy.js';
import type { RuleCost, RulePack, RuleProblem, RuleReport, SharedWords } from './rule-pack.js';
import { compileWasm, instantiator, readText } from './wasm.js';

const OUTPUT_PARTS = { bytes: 0, errors: 1, costs: 2, examples: 3 } as const;

/** A rule file: its name in errors, and its text. */
export interface RuleFile {
  readonly file: string;
  readonly json: string;
}

/** What the compiler answers. */
interface Output {
  readonly database: Uint8Array;
  readonly errors: readonly RuleProblem[];
  readonly costs: readonly RuleCost[];
  readonly examples: { readonly passed: number; readonly failed: number };
}

/** The database of the rules that the options give, or `undefined` when they give none. */
export async function compileRules(options: LoadOptions): Promise<Uint8Array | undefined> {
  const { rules, extraRules } = options;
  if (rules === undefined && extraRules === undefined) return undefined;
  const base = rules === undefined ? await defaultRules() : rules.map(toFile);
  const { database } = await compileOrThrow([...base, ...(extraRules ?? []).map(toFile)]);
  return database;
}

/** See {@link Guardrail.checkRules}. */
export async function checkRules(pack: string | RulePack): Promise<RuleReport> {
  return await checkFiles([toFile(pack)]);
}

/** As {@link checkRules} for files that belong together: every example sees all of them. */
export async function checkFiles(files: readonly RuleFile[]): Promise<RuleReport> {
  const { errors, costs, examples } = await compile(files, true);
  return { ok: errors.length === 0, errors, costs, examples };
}

/** What the rules inside the package cost. */
export async function defaultCosts(): Promise<readonly RuleCost[]> {
  const { costs } = await compileOrThrow(await defaultRules());
  return costs;
}

/** The first error is thrown, the others counted: `checkRules` tells them all. */
async function compileOrThrow(files: readonly RuleFile[]): Promise<Output> {
  const output = await compile(files, false);
  const [first] = output.errors;
  if (first === undefined) return output;
  const others = output.errors.length - 1;
  const more = others === 0 ? '' : ` (and ${others} more)`;
  throw new SluiceError(first.code, first.message + more, first.where);
}

const compilerModule = once(() => compileWasm(compilerUrl()));

const defaultRules = once(async (): Promise<readonly RuleFile[]> => {
  const packs = JSON.parse(await readText(rulesUrl())) as readonly (RulePack | SharedWords)[];
  return packs.map(toFile);
});

function toFile(pack: string | RulePack | SharedWords): RuleFile {
  if (typeof pack === 'string') return { file: `${familyOf(pack)}.json`, json: pack };
  const name = 'family' in pack ? pack.family : 'words';
  return { file: `${name}.json`, json: JSON.stringify(pack) };
}

/** Only for naming the file in errors: whether the text is right is the compiler's to say. */
function familyOf(json: string): string {
  return /"family"\s*:\s*"([a-z0-9-]+)"/.exec(json)?.[1] ?? 'rules';
}

/** A fresh instance each time: compiling takes memory that is better given back. */
async function compile(files: readonly RuleFile[], examples: boolean): Promise<Output> {
  const module = await compilerModule();
  try {
    return runCompiler(instantiator<CompilerExports>(module)(), files, examples);
  } catch (error) {
    if (error instanceof SluiceError) throw error;
    throw new SluiceError('engine-failed', 'the rule compiler failed', undefined, {
      cause: error,
    });
  }
}

function runCompiler(
  exports: CompilerExports,
  files: readonly RuleFile[],
  examples: boolean,
): Output {
  const answers = new Answers(exports);
  const compiler = answers.word(exports.sluice_compiler_new(answers.first));
  for (const { file, json } of files) {
    withScope(exports, (scope) => {
      const [name, text] = [scope.text(file), scope.text(json)];
      checkStatus(addFile(exports, compiler, name, text));
    });
  }
  return withScope(exports, (scope) => {
    const policy = scope.bytes(encodePolicy(resolvePolicy('default')));
    const output = answers.word(
      exports.sluice_compiler_compile(
        compiler,
        examples ? 1 : 0,
        policy.pointer,
        policy.length,
        answers.first,
      ),
    );
    return readOutput(exports, answers, output);
  });
}

function addFile(exports: CompilerExports, compiler: number, file: Block, json: Block): number {
  return exports.sluice_compiler_add_file(
    compiler,
    file.pointer,
    file.length,
    json.pointer,
    json.length,
  );
}

function readOutput(exports: CompilerExports, answers: Answers, output: number): Output {
  const part = (name: keyof typeof OUTPUT_PARTS) =>
    exports.sluice_output_get(output, OUTPUT_PARTS[name], answers.first, answers.second);
  const errors = JSON.parse(answers.text(part('errors'))) as readonly RawProblem[];
  return {
    database: answers.bytes(part('bytes')).slice(),
    errors: errors.map(({ code, ...rest }) => ({ code: engineErrorCode(code), ...rest })),
    costs: JSON.parse(answers.text(part('costs'))),
    examples: JSON.parse(answers.text(part('examples'))),
  };
}

type RawProblem = Omit<RuleProblem, 'code'> & { readonly code: number };
