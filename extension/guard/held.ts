import {
  type Action,
  type Finding,
  findStories,
  type IncompleteReason,
  type RuleInfo,
  type Severity,
  type Story,
  type Verdict,
} from 'sluice';
import type { Item, View } from '../dialog/protocol.js';
import type { Flavour } from './clipboard.js';
import { countLines, mask } from './mask.js';

/** One text that must not reach the page as it is, with all that was found in it. */
export interface Held {
  /** What goes in as text once the values are out of it. */
  readonly text: string;
  readonly view: View;
  /** Per item the findings in `text`; empty where the value is in another flavour only. */
  readonly spans: readonly (readonly Finding[])[];
}

/** What the guard needs of the engine. */
export interface Judge {
  scan(text: string): Verdict;
  rule(id: string): RuleInfo | undefined;
}

const strictness: readonly Action[] = ['allow', 'log', 'warn', 'redact', 'block'];

export function atLeast(action: Action, floor: Action): boolean {
  return strictness.indexOf(action) >= strictness.indexOf(floor);
}

function stricter(a: Action, b: Action): Action {
  return atLeast(a, b) ? a : b;
}

/**
 * Looks at every flavour. The first is the text that would be pasted; the others matter because
 * the page could read them. Code is judged in the text alone: markup would always be code.
 */
export function judge(flavours: readonly Flavour[], engine: Judge): Held {
  const items = new ItemList(engine);
  let action: Action = 'allow';
  let incomplete: IncompleteReason | undefined;
  flavours.forEach(({ text }, index) => {
    const verdict = engine.scan(text);
    if (!verdict.complete) {
      incomplete ??= verdict.incomplete ?? 'error';
      action = stricter(action, verdict.action);
    }
    const findings = verdict.findings.filter(({ category }) => index === 0 || category !== 'code');
    for (const finding of findings) action = stricter(action, finding.action);
    const acted = findings.filter((finding) => atLeast(finding.action, 'warn'));
    items.addAll(acted, text, index === 0);
  });
  const view = { action, items: items.items, ...(incomplete === undefined ? {} : { incomplete }) };
  return { text: flavours[0]?.text ?? '', view, spans: items.spans };
}

/** Clean only if all of it was looked at and nothing needs a person. */
export function isClean({ view }: Held): boolean {
  return view.incomplete === undefined && !atLeast(view.action, 'warn');
}

const harm: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

/**
 * Findings of the same rule and value are one item, for a person decides about values, not places;
 * and so are the findings of one story.
 */
class ItemList {
  readonly items: Item[] = [];
  readonly spans: Finding[][] = [];
  readonly #known = new Map<string, number>();

  constructor(readonly engine: Judge) {}

  addAll(findings: readonly Finding[], text: string, inText: boolean): void {
    const stories = new Map(
      findStories({ findings }).flatMap((story) => story.findings.map((one) => [one, story])),
    );
    for (const finding of findings) {
      const known = this.#known.get(keyOf(finding, text));
      if (known !== undefined) {
        if (inText) this.spans[known]?.push(finding);
      } else {
        this.#append(stories.get(finding), finding, text, inText);
      }
    }
  }

  /** The other findings of the story find themselves known. */
  #append(story: Story | undefined, finding: Finding, text: string, inText: boolean): void {
    const findings = story?.findings ?? [finding];
    for (const one of findings) this.#known.set(keyOf(one, text), this.items.length);
    this.spans.push(inText ? [finding] : []);
    const gravest = findings.reduce((a, b) =>
      harm.indexOf(b.severity) > harm.indexOf(a.severity) ? b : a,
    );
    const value = text.slice(gravest.start, gravest.end);
    this.items.push({
      ruleId: gravest.ruleId,
      ...(story === undefined ? {} : { story: story.id }),
      title: story?.title ?? gravest.title,
      category: gravest.category,
      severity: gravest.severity,
      action: findings.map(({ action }) => action).reduce(stricter),
      placeholder: this.engine.rule(gravest.ruleId)?.placeholder ?? '',
      sample: findings
        .map(({ start, end, category }) => mask(text.slice(start, end), category))
        .join(' + '),
      evidence: gravest.evidence,
      testValue: findings.every(({ testValue }) => testValue),
      hidden: !inText,
      lines: countLines(value),
      ...(gravest.language === undefined ? {} : { language: gravest.language }),
      ...(gravest.decoded === undefined ? {} : { decoded: gravest.decoded }),
    });
  }
}

function keyOf({ ruleId, start, end }: Finding, text: string): string {
  return `${ruleId}\n${text.slice(start, end)}`;
}
