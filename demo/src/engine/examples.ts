/** Reads the examples out of a rule file, so that the page can say of each one what it did. */
import type { ExampleOutcome, Problem, Range } from './protocol.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * The outcome of every example. The engine names those that failed by their place; when anything
 * else is wrong it runs none.
 */
export function outcomesOf(json: string, problems: readonly Problem[]): readonly ExampleOutcome[] {
  const failed = new Map(
    problems.filter(isExampleFailure).map((problem) => [problem.pointer, problem.message]),
  );
  const ran = problems.every(isExampleFailure);
  return examplesOf(json).map((example) => {
    const reason = failed.get(example.pointer);
    if (reason !== undefined) return { ...example, state: 'failed', reason };
    return { ...example, state: ran ? 'passed' : 'notRun', reason: '' };
  });
}

type Example = Omit<ExampleOutcome, 'state' | 'reason'>;

function isExampleFailure(problem: Problem): boolean {
  return problem.code === 'example-failed';
}

function examplesOf(json: string): readonly Example[] {
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch {
    return [];
  }
  return list(record(file).rules).flatMap((value, index) => {
    const rule = record(value);
    const ruleId = typeof rule.id === 'string' ? rule.id : '';
    const at = `/rules/${index}`;
    return [
      ...list(rule.matches).map((entry, i) => match(ruleId, `${at}/matches/${i}`, entry)),
      ...list(rule.nonMatches).map((entry, i) => nonMatch(ruleId, `${at}/nonMatches/${i}`, entry)),
    ];
  });
}

function match(ruleId: string, pointer: string, entry: unknown): Example {
  const { text, expected } = withoutMarks(joined(entry));
  return { ruleId, kind: 'match', text, expected, because: '', pointer };
}

function nonMatch(ruleId: string, pointer: string, entry: unknown): Example {
  const { text, because } = record(entry);
  return {
    ruleId,
    kind: 'nonMatch',
    text: joined(text),
    expected: [],
    because: typeof because === 'string' ? because : '',
    pointer,
  };
}

/** Takes the marks `⟦ ⟧` out and says where they stood. */
export function withoutMarks(marked: string): { text: string; expected: readonly Range[] } {
  const expected: Range[] = [];
  let text = '';
  let start = 0;
  for (const part of marked.split(/([⟦⟧])/u)) {
    if (part === '⟦') start = text.length;
    else if (part === '⟧') expected.push({ start, end: text.length });
    else text += part;
  }
  return { text, expected };
}

function joined(entry: unknown): string {
  if (Array.isArray(entry)) return entry.join('');
  return typeof entry === 'string' ? entry : '';
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
