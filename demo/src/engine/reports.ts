import { type RuleReport, SluiceError } from 'sluice';
import { outcomesOf } from './examples.js';
import type { Problem, RuleCheck } from './protocol.js';

/** What the module says about a rule file, as the page shows it. */
export function toRuleCheck(report: RuleReport, json: string): RuleCheck {
  const problems = report.errors.map(({ code, message, where, line, column }) => {
    return { code, message, pointer: pointerOf(where), line, column };
  });
  return { problems, examples: outcomesOf(json, problems), costs: report.costs };
}

/** What stood in the way of a set-up, with its place where there is one. */
export function problemsOf(error: unknown): readonly Problem[] {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof SluiceError) {
    const { code, where = '' } = error;
    const plain = message.replace(`${where}: `, '');
    return [{ code, message: plain, pointer: pointerOf(where), line: 0, column: 0 }];
  }
  return [{ code: 'invalid-json', message, pointer: '', ...placeIn(message) }];
}

/** Browsers name the place of a JSON error in its sentence only. */
function placeIn(message: string): { line: number; column: number } {
  const place = /line (\d+),? column (\d+)/.exec(message);
  return { line: Number(place?.[1] ?? 0), column: Number(place?.[2] ?? 0) };
}

/** `/rules/3/pattern` of `aws.json#/rules/3/pattern`. */
function pointerOf(where: string): string {
  return where.split('#', 2)[1] ?? '';
}
