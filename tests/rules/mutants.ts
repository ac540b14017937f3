/**
 * Rules with one thing taken away or made wider, as a slip of the hand would. Examples are near misses
 * when they notice.
 */
import { Guardrail, type RulePack, type RuleSource, type Words } from 'sluice';
import { type Joined, joined } from './catalogue.js';

/** A rule that names no list outside itself, and its family. */
export interface Subject {
  readonly pack: RulePack;
  readonly rule: RuleSource;
}

export interface Mutant {
  readonly id: string;
  readonly what: string;
  readonly subject: Subject;
}

type WordLists = Readonly<Record<string, Words>>;

const BEGIN = /^(?:\\b|\(\?:\^\|\[\^(?:\\.|[^\]\\])*\]\))/;
const END = /(?:\\b|\(\?:\[\^(?:\\.|[^\]\\])*\]\|\$\))$/;
/** A class and how often it repeats. */
const RUN = /(\[(?:\\.|[^\]\\])+\])\{(\d+)(?:,(\d+))?\}/g;
const EVERYTHING = '[!-~]';
/** Shorter runs are parts of a form rather than of a secret. */
const SHORT = 4;

/** Checks that choose the value rather than judge it. */
const CHOOSERS = new Set([
  'password-nearby',
  'login-nearby',
  'names-below',
  'value-nearby',
  'values-below',
]);

export function subjectsOf(pack: RulePack, shared: WordLists): readonly Subject[] {
  const lists = { ...shared, ...pack.words };
  const inline = (words: Words | string | undefined) =>
    typeof words === 'string' ? lists[words] : words;
  return pack.rules.map(({ context, ...rule }) => ({
    pack,
    rule: context
      ? {
          ...rule,
          context: {
            ...context,
            words: inline(context.words),
            negative: inline(context.negative),
          } as NonNullable<RuleSource['context']>,
        }
      : rule,
  }));
}

export function mutantsOf(subject: Subject): readonly Mutant[] {
  const changed = (what: string, rule: RuleSource): Mutant => ({
    id: rule.id,
    what,
    subject: { pack: subject.pack, rule },
  });
  const { rule } = subject;
  return [
    ...patternsOf(rule.pattern).map(([what, pattern]) => changed(what, { ...rule, pattern })),
    ...partsOf(rule).map(([what, part]) => changed(what, part)),
  ];
}

/** The pattern's mutants: without a boundary, of wider classes, or content with less. */
function patternsOf(source: Joined | undefined): readonly (readonly [string, string])[] {
  if (source === undefined) return [];
  const pattern = joined(source);
  const mutants = [
    ['without the boundary before', pattern.replace(BEGIN, '')],
    ['without the boundary behind', pattern.replace(END, '')],
    ['of any signs', withRuns(pattern, (_, from, to) => `${EVERYTHING}{${from},${to}}`)],
    [
      'of half the length',
      withRuns(pattern, (signs, from, to) => `${signs}{${Math.ceil(from / 2)},${to}}`),
    ],
  ] as const;
  return mutants.filter(([, mutant]) => mutant !== pattern);
}

/** The pattern with every run of the value written anew. */
function withRuns(
  pattern: string,
  write: (signs: string, from: number, to: number) => string,
): string {
  const begin = Math.max(pattern.indexOf('(?P<value>'), 0);
  const value = pattern.slice(begin).replace(RUN, (run, signs, from, to) => {
    return Number(from) < SHORT ? run : write(signs, Number(from), Number(to ?? from));
  });
  return pattern.slice(0, begin) + value;
}

/** The rule without one of its checks, without its context, without its exceptions. */
function partsOf(rule: RuleSource): readonly (readonly [string, RuleSource])[] {
  const checks = rule.validators ?? [];
  const names = checks.map((check) => (typeof check === 'string' ? check : check.check));
  const without = names.flatMap((name, at) =>
    CHOOSERS.has(name)
      ? []
      : [[`without ${name}`, { ...rule, validators: checks.toSpliced(at, 1) }] as const],
  );
  const { context: _context, ...free } = rule;
  const { exceptPattern: _except, ...strict } = rule;
  const { testPattern: _test, ...plain } = rule;
  return [
    ...without,
    ...(rule.context ? [['without its context', free] as const] : []),
    ...(rule.exceptPattern ? [['without its exception', strict] as const] : []),
    ...(rule.testPattern ? [['without its test values', plain] as const] : []),
  ];
}

/** What the rule alone finds in each of its examples; `undefined` when it does not compile. */
export async function findingsOf({ pack, rule }: Subject): Promise<string | undefined> {
  const { matches = [], nonMatches = [], ...bare } = rule;
  const texts = [...matches, ...nonMatches.map(({ text }) => text)].map((text) =>
    joined(text).replace(/[⟦⟧]/g, ''),
  );
  try {
    const { family, category, title } = pack;
    using guardrail = await Guardrail.load({
      rules: [{ family, category, title, rules: [{ ...bare, matches, nonMatches }] }],
    });
    return JSON.stringify(
      texts.map((text) =>
        guardrail
          .scan(text)
          .findings.map(({ start, end, confidence, testValue }) => [
            start,
            end,
            confidence,
            testValue,
          ]),
      ),
    );
  } catch {
    return undefined;
  }
}

export interface Tally {
  readonly caught: number;
  readonly escaped: readonly string[];
}

/** Mutants that do not compile are none. */
export async function tally(mutants: readonly Mutant[], originals: Originals): Promise<Tally> {
  const escaped: string[] = [];
  let caught = 0;
  for (const { id, what, subject } of mutants) {
    const found = await findingsOf(subject);
    if (found === undefined) continue;
    if (found === originals.get(id)) escaped.push(`${id} ${what}`);
    else caught += 1;
  }
  return { caught, escaped };
}

export type Originals = ReadonlyMap<string, string | undefined>;

export async function originalsOf(subjects: readonly Subject[]): Promise<Originals> {
  const found = new Map<string, string | undefined>();
  for (const subject of subjects) found.set(subject.rule.id, await findingsOf(subject));
  return found;
}
