/** Which rules fire on each example of each rule: the overlap between rules, at a glance. */
import { Guardrail } from 'sluice';
import { families, joined } from './catalogue.js';

export const GOLDEN = 'tests/rules/fires.golden.json';

/** Rule id to its examples, in order: the ids that fire, or ids and confidence if not certain. */
export type Fires = Readonly<
  Record<string, { readonly matches: readonly string[]; readonly nonMatches: readonly string[] }>
>;

export async function collectFires(): Promise<Fires> {
  using guardrail = await Guardrail.load();
  const fired = (text: string) =>
    guardrail
      .scan(text)
      .findings.map(({ ruleId, confidence }) => `${ruleId} ${confidence}`)
      .sort()
      .filter((name, index, all) => all[index - 1] !== name)
      .join(', ');
  const entries = families().flatMap(({ content }) =>
    content.rules.map(({ id, matches, nonMatches }) => [
      id,
      {
        matches: matches.map((text) => fired(joined(text).replace(/[⟦⟧]/g, ''))),
        nonMatches: nonMatches.map(({ text }) => fired(joined(text))),
      },
    ]),
  );
  return Object.fromEntries(entries);
}
