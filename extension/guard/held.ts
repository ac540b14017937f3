import type { Action, Finding, IncompleteReason, RuleInfo, Verdict } from 'sluice';
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
    for (const finding of verdict.findings) {
      if (index > 0 && finding.category === 'code') continue;
      action = stricter(action, finding.action);
      if (atLeast(finding.action, 'warn')) items.add(finding, text, index === 0);
    }
  });
  const view = { action, items: items.items, ...(incomplete === undefined ? {} : { incomplete }) };
  return { text: flavours[0]?.text ?? '', view, spans: items.spans };
}

/** Clean only if all of it was looked at and nothing needs a person. */
export function isClean({ view }: Held): boolean {
  return view.incomplete === undefined && !atLeast(view.action, 'warn');
}

/** Findings of the same rule and value are one item: a person decides about values, not places. */
class ItemList {
  readonly items: Item[] = [];
  readonly spans: Finding[][] = [];
  readonly #known = new Map<string, number>();

  constructor(readonly engine: Judge) {}

  add(finding: Finding, text: string, inText: boolean): void {
    const value = text.slice(finding.start, finding.end);
    const key = `${finding.ruleId}\n${value}`;
    const known = this.#known.get(key);
    if (known === undefined) this.#append(finding, value, inText, key);
    else if (inText) this.spans[known]?.push(finding);
  }

  #append(finding: Finding, value: string, inText: boolean, key: string): void {
    this.#known.set(key, this.items.length);
    this.spans.push(inText ? [finding] : []);
    this.items.push({
      ruleId: finding.ruleId,
      title: finding.title,
      category: finding.category,
      severity: finding.severity,
      action: finding.action,
      placeholder: this.engine.rule(finding.ruleId)?.placeholder ?? '',
      sample: mask(value, finding.category),
      evidence: finding.evidence,
      testValue: finding.testValue,
      hidden: !inText,
      lines: countLines(value),
      ...(finding.language === undefined ? {} : { language: finding.language }),
      ...(finding.decoded === undefined ? {} : { decoded: finding.decoded }),
    });
  }
}
