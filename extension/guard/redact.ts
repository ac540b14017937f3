import { redactFindings } from 'sluice';
import type { Held, Judge } from './held.js';

/** The text without the values of all items but those to keep. */
export function redactItems(held: Held, keep: readonly number[], engine: Judge): string {
  const findings = held.spans.filter((_, index) => !keep.includes(index)).flat();
  return redactFindings(
    held.text,
    findings,
    ({ ruleId, category }) => engine.rule(ruleId)?.placeholder ?? category.toUpperCase(),
  );
}
