import type { Instance } from './instance.js';
import type { RuleInfo } from './types.js';
import { CATEGORIES, CONFIDENCES, SEVERITIES, wordOf } from './words.js';

/** What the database says of its rules, read from the engine when first asked for. */
export class RuleTable {
  readonly #instance: () => Instance;
  readonly #rules: RuleInfo[] = [];
  readonly #strings = new Map<number, string>();
  readonly #languages = new Map<number, string | undefined>();

  /** `instance` gives the one that runs now: the table outlives it. */
  constructor(instance: () => Instance) {
    this.#instance = instance;
  }

  rule(index: number): RuleInfo {
    const known = this.#rules[index];
    if (known !== undefined) return known;
    const rule = readRule(this.#instance(), index);
    this.#rules[index] = rule;
    return rule;
  }

  all(): readonly RuleInfo[] {
    return Array.from({ length: this.#instance().ruleCount }, (_, index) => this.rule(index));
  }

  string(id: number): string {
    const known = this.#strings.get(id);
    if (known !== undefined) return known;
    const string = this.#instance().string(id);
    this.#strings.set(id, string);
    return string;
  }

  language(id: number): string | undefined {
    if (id === 0) return undefined;
    if (!this.#languages.has(id)) this.#languages.set(id, this.#instance().languageName(id));
    return this.#languages.get(id);
  }
}

function readRule(instance: Instance, index: number): RuleInfo {
  const country = instance.ruleText(index, 'country');
  return Object.freeze({
    id: instance.ruleText(index, 'id'),
    family: instance.ruleText(index, 'family'),
    category: wordOf(CATEGORIES, instance.ruleNumber(index, 'category')),
    title: instance.ruleText(index, 'title'),
    severity: wordOf(SEVERITIES, instance.ruleNumber(index, 'severity')),
    confidence: wordOf(CONFIDENCES, instance.ruleNumber(index, 'confidence')),
    placeholder: instance.ruleText(index, 'placeholder'),
    tags: Object.freeze(instance.ruleTags(index)),
    ...(country === '' ? {} : { country }),
  });
}
