import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { checkFiles, defaultCosts } from '../compiler.js';
import { Guardrail, type RuleCost, type RuleProblem } from '../index.js';
import { readRuleFiles } from './files.js';
import { EXIT, type ExitStatus, UsageError } from './usage.js';

export async function runRules(args: readonly string[]): Promise<ExitStatus> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [verb, ...rest] = positionals;
  if (verb === 'list') return await listRules();
  if (verb === 'explain') return await explainRules(rest[0]);
  if (verb === 'check') return await checkRules(rest);
  throw new UsageError(`rules ${verb ?? ''}: say list, explain or check`);
}

async function listRules(): Promise<ExitStatus> {
  const { rules } = await Guardrail.load();
  const rows = rules.map(({ id, category, severity, confidence, title }) => [
    id,
    category,
    severity,
    confidence,
    title,
  ]);
  stdout.write(table([['rule', 'category', 'severity', 'confidence', 'title'], ...rows]));
  return EXIT.clean;
}

async function explainRules(id: string | undefined): Promise<ExitStatus> {
  const costs = await defaultCosts();
  if (id === undefined) {
    const rows = costs.map((cost) => [cost.rule, cost.kind, ...figures(cost), anchors(cost, 3)]);
    const head = ['rule', 'kind', 'size', 'grams', 'per MB', 'looks for'];
    stdout.write(table([head, ...rows]));
    return EXIT.clean;
  }
  const cost = costs.find(({ rule }) => rule === id);
  if (cost === undefined) throw new UsageError(`there is no rule ${id}`);
  const { rules } = await Guardrail.load();
  const rule = rules.find((known) => known.id === id);
  const [size, grams, candidates] = figures(cost);
  stdout.write(
    table([
      [id, rule?.title ?? ''],
      ['family', rule?.family ?? ''],
      ['severity', rule?.severity ?? ''],
      ['confidence', rule?.confidence ?? ''],
      ['redacts to', `[${rule?.placeholder}_1]`],
      ['tags', rule?.tags.join(', ') ?? ''],
      ['kind', cost.kind],
      ['program', `${size} instructions${cost.unbounded ? ', runs far' : ''}`],
      ['prefilter', `${grams} entries, about ${candidates} candidates per MB of prose`],
      ['looks for', anchors(cost, Number.POSITIVE_INFINITY)],
    ]),
  );
  return EXIT.clean;
}

function figures({ programSize, grams, candidatesPerMb }: RuleCost): readonly string[] {
  return [programSize, grams, candidatesPerMb].map(String);
}

function anchors({ anchors: all }: RuleCost, most: number): string {
  const more = all.length > most ? ` +${all.length - most}` : '';
  return all.slice(0, most).join(' ') + more;
}

async function checkRules(paths: readonly string[]): Promise<ExitStatus> {
  if (paths.length === 0) throw new UsageError('rules check: which folder or files?');
  const { ok, errors, costs, examples } = await checkFiles(readRuleFiles(paths));
  stdout.write(errors.map(problemLine).join(''));
  stdout.write(
    `${count(costs.length, 'rule')}, ${count(errors.length, 'error')}, ${examples.passed} of ` +
      `${count(examples.passed + examples.failed, 'example')} pass\n`,
  );
  return ok ? EXIT.clean : EXIT.error;
}

function problemLine({ where, line, column, code, message }: RuleProblem): string {
  const [file, pointer] = where.split('#');
  return `${file}:${line}:${column}: error[${code}]: ${message} (#${pointer ?? ''})\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Columns as wide as their widest cell; the last one as long as it likes. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (all, row) => row.map((cell, column) => Math.max(all[column] ?? 0, cell.length)),
    [],
  );
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
