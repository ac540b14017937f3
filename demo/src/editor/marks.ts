/** Marks what was found in the text, and what was replaced in the redacted text. */
import {
  type ChangeDesc,
  type Extension,
  type Range,
  StateEffect,
  StateField,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { createElement, type IconNode } from 'lucide';
import type { Category, Finding } from 'sluice';
import type { Replacement } from '../engine/protocol.js';
import { CATEGORY_ICONS } from '../parts/icons.js';

/** One marked span and the findings it belongs to. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly findings: readonly number[];
  readonly category: Category;
  /** CSS classes that say how it looks. */
  readonly look: string;
  /** Whether the span is a block of lines rather than words in a line. */
  readonly block: boolean;
}

export const setMarks = StateEffect.define<readonly Mark[]>();
/** The finding that has the attention, or -1. */
export const setActive = StateEffect.define<number>();

interface MarkState {
  readonly marks: readonly Mark[];
  readonly active: number;
  readonly drawn: DecorationSet;
  readonly emphasis: DecorationSet;
}

function draw(marks: readonly Mark[]): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const mark of marks) {
    if (mark.start >= mark.end) continue;
    const decoration = Decoration.mark({
      class: `mark ${mark.look}${mark.block ? ' block' : ''}`,
      attributes: { 'data-findings': mark.findings.join(' ') },
    });
    ranges.push(decoration.range(mark.start, mark.end));
    const start = Decoration.mark({ class: `mark-start ${mark.look}` });
    ranges.push(start.range(mark.start, mark.start + 1));
  }
  return Decoration.set(ranges, true);
}

/** Apart from the rest: it changes with every move of the pointer. */
function emphasise(marks: readonly Mark[], active: number): DecorationSet {
  const chosen = marks.filter((mark) => mark.findings.includes(active) && mark.start < mark.end);
  return Decoration.set(
    chosen.map((mark) => {
      const look = `active ${mark.look}${mark.block ? ' block' : ''}`;
      return Decoration.mark({ class: look }).range(mark.start, mark.end);
    }),
    true,
  );
}

function moved(mark: Mark, changes: ChangeDesc): Mark {
  return { ...mark, start: changes.mapPos(mark.start, 1), end: changes.mapPos(mark.end, -1) };
}

const markField = StateField.define<MarkState>({
  create: () => ({ marks: [], active: -1, drawn: Decoration.none, emphasis: Decoration.none }),
  update(state, transaction) {
    let { marks, active, drawn } = state;
    if (transaction.docChanged) {
      // Until the next verdict the marks move along with what is typed.
      marks = marks.map((mark) => moved(mark, transaction.changes));
      drawn = drawn.map(transaction.changes);
    }
    for (const effect of transaction.effects) {
      if (effect.is(setActive)) active = effect.value;
      if (effect.is(setMarks)) {
        marks = effect.value;
        drawn = draw(marks);
      }
    }
    if (marks === state.marks && active === state.active) return state;
    return { marks, active, drawn, emphasis: emphasise(marks, active) };
  },
  provide: (field) => [
    EditorView.decorations.from(field, (state) => state.drawn),
    EditorView.decorations.from(field, (state) => state.emphasis),
  ],
});

/** Colour and icon say the kind, the line's colour the harm, the line's style the action. */
const looks = EditorView.theme({
  '.mark': {
    borderRadius: '3px',
    padding: '1px 0',
    backgroundColor: 'var(--mark-tint)',
    textDecoration: 'underline 2px var(--mark-line)',
    textUnderlineOffset: '4px',
    textDecorationSkipInk: 'none',
    cursor: 'pointer',
  },
  '.mark.block': { textDecoration: 'none' },
  '.mark.warn': { textDecorationStyle: 'dashed' },
  '.mark.allow, .mark.log': {
    textDecorationStyle: 'dotted',
    backgroundColor: 'color-mix(in srgb, var(--mark-tint) 45%, transparent)',
  },
  '.active': { outline: '2px solid var(--mark-line)', borderRadius: '3px' },
  '.active.block': { outline: 'none', textDecoration: 'underline 1px var(--mark-line)' },
  // The icon hangs on the first character, so that the two never stand on different lines.
  '.mark-start': { position: 'relative', paddingLeft: '17px' },
  '.mark-start::before': {
    content: '""',
    position: 'absolute',
    left: '2px',
    top: '1px',
    width: '13px',
    height: '13px',
    backgroundColor: 'var(--mark-line)',
    mask: 'var(--mark-icon) center / contain no-repeat',
  },
  '.mark.replaced': { fontWeight: '600', textDecoration: 'none' },
  ...Object.fromEntries(
    Object.entries(CATEGORY_ICONS).map(([category, icon]) => [
      `.${category}`,
      { '--mark-icon': imageOf(icon), '--mark-tint': `var(--mark-${category})` },
    ]),
  ),
  ...Object.fromEntries(
    ['low', 'medium', 'high', 'critical'].map((severity) => [
      `.${severity}`,
      { '--mark-line': `var(--severity-${severity})` },
    ]),
  ),
});

/** An icon as an image for CSS. */
function imageOf(icon: IconNode): string {
  const element = createElement(icon, { 'stroke-width': '2.5' });
  const svg = new XMLSerializer().serializeToString(element);
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

/** Marks, and `onPoint` when the pointer or the cursor comes to one (finding index, or -1). */
export function markings(onPoint: (finding: number) => void): Extension {
  return [
    markField,
    looks,
    EditorView.domEventHandlers({
      mouseover: (event) => onPoint(findingOf(event.target)),
      mouseleave: () => onPoint(-1),
    }),
    EditorView.updateListener.of((update) => {
      if (update.selectionSet && update.view.hasFocus) {
        onPoint(findingAt(update.view, update.state.selection.main.head));
      }
    }),
  ];
}

function findingOf(target: EventTarget | null): number {
  const element = target instanceof Element ? target.closest('[data-findings]') : null;
  const first = element?.getAttribute('data-findings')?.split(' ')[0];
  return first ? Number(first) : -1;
}

function findingAt(view: EditorView, position: number): number {
  const marks = view.state.field(markField).marks;
  const inside = marks.filter((mark) => mark.start <= position && position <= mark.end);
  // The narrowest one: a key in a block of code is the key.
  inside.sort((a, b) => a.end - a.start - (b.end - b.start));
  return inside[0]?.findings[0] ?? -1;
}

/** The mark after (or before) the cursor, round the end. */
export function neighbour(view: EditorView, direction: 1 | -1): Mark | undefined {
  const { marks } = view.state.field(markField);
  const { from } = view.state.selection.main;
  const next =
    direction > 0
      ? marks.find((mark) => mark.start > from)
      : marks.findLast((mark) => mark.start < from);
  return next ?? (direction > 0 ? marks[0] : marks.at(-1));
}

export function marksOfFindings(text: string, findings: readonly Finding[]): readonly Mark[] {
  return findings.map((finding, index) => ({
    start: finding.start,
    end: finding.end,
    findings: [index],
    category: finding.category,
    look: `${finding.category} ${finding.severity} ${finding.action}`,
    block: finding.category === 'code' && text.slice(finding.start, finding.end).includes('\n'),
  }));
}

export function marksOfReplacements(
  findings: readonly Finding[],
  replacements: readonly Replacement[],
): readonly Mark[] {
  return replacements.map((replacement) => {
    const finding = findings[replacement.findings[0] ?? -1];
    const category = finding?.category ?? 'personal';
    const look = `replaced ${category} ${finding?.severity ?? 'low'}`;
    return { ...replacement, category, look, block: false };
  });
}
