import { stories as kinds } from './generated/stories.js';
import type { Finding, Verdict } from './types.js';

/** Findings that belong together, such as the id and the secret of one key. */
export interface Story {
  readonly id: string;
  /** English, for people; other languages in `sluice/i18n/<language>.json`. */
  readonly title: string;
  /** From the begin of the first finding to the end of the last; UTF-16 code units, half-open. */
  readonly start: number;
  readonly end: number;
  /** In the order of the text. Their spans remain their own. */
  readonly findings: readonly Finding[];
}

/** One entry of `rules/stories.json`. */
export interface StoryKind {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly (readonly string[])[];
}

/** How far one part may stand from the next. */
const REACH = 400;

/**
 * Which findings of a verdict are parts of one thing, so that people read "AWS credentials" and not
 * of a key and a secret. A finding is in one story at most; those in none stand for themselves.
 */
export function findStories({ findings }: Pick<Verdict, 'findings'>): readonly Story[] {
  const found = kinds.flatMap((kind) => storiesOf(kind, findings));
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  return Object.freeze(found);
}

function storiesOf(kind: StoryKind, findings: readonly Finding[]): readonly Story[] {
  const partOf = new Map(kind.parts.flatMap((rules, part) => rules.map((id) => [id, part])));
  const stories: Story[] = [];
  let open = new Map<number, Finding>();
  let end = 0;
  const close = () => {
    if (open.size > 1) stories.push(storyOf(kind, [...open.values()]));
    open = new Map();
  };
  for (const finding of findings) {
    const part = partOf.get(finding.ruleId);
    if (part === undefined) continue;
    // The same part again begins the next key.
    if (open.has(part) || finding.start - end > REACH) close();
    open.set(part, finding);
    end = finding.end;
  }
  close();
  return stories;
}

function storyOf({ id, title }: StoryKind, findings: readonly Finding[]): Story {
  return Object.freeze({
    id,
    title,
    start: Math.min(...findings.map(({ start }) => start)),
    end: Math.max(...findings.map(({ end }) => end)),
    findings: Object.freeze(findings),
  });
}
