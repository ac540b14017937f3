import { redactFindings, type Vault } from 'sluice';
import type { Held, Judge } from './held.js';

/**
 * The text without the values of all items but those to keep. With a vault, numbers go on from the
 * texts before, so that `[EMAIL_1]` means one person through a conversation.
 */
export function redactItems(
  held: Held,
  keep: readonly number[],
  engine: Judge,
  vault?: Vault,
): string {
  const findings = held.spans.filter((_, index) => !keep.includes(index)).flat();
  return redactFindings(
    held.text,
    findings,
    ({ ruleId, category }) => engine.rule(ruleId)?.placeholder ?? category.toUpperCase(),
    vault,
  );
}
