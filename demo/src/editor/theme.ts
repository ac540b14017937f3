/** Looks of the editors, made of the page's tokens: custom properties reach into shadow roots. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const SELECTION =
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground';

const base = EditorView.theme({
  '&': { height: '100%', color: 'var(--on-surface)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', fontSize: '0.8125rem', lineHeight: '1.65' },
  '.cm-content': { padding: 'var(--space-3) 0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 var(--space-4)' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  [SELECTION]: { backgroundColor: 'color-mix(in srgb, var(--accent) 24%, transparent)' },
  '.cm-selectionMatch': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 12%, transparent)',
  },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    color: 'var(--on-surface-quiet)',
    border: 'none',
  },
  '.cm-gutters + .cm-content .cm-line': { paddingLeft: 'var(--space-2)' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2rem' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-soft)' },
});

const panels = EditorView.theme({
  '.cm-panels': {
    backgroundColor: 'var(--surface-raised)',
    color: 'var(--on-surface)',
    fontFamily: 'var(--font)',
  },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--border)' },
  '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--border)' },
  '.cm-textfield, .cm-button': {
    backgroundColor: 'var(--surface)',
    backgroundImage: 'none',
    color: 'var(--on-surface)',
    border: '1px solid var(--border-strong)',
    borderRadius: 'var(--radius-small)',
    fontFamily: 'var(--font)',
    fontSize: 'var(--text)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface)',
    color: 'var(--on-surface)',
    border: '1px solid var(--border)',
    borderRadius: 'var(--radius-small)',
    boxShadow: 'var(--shadow)',
    fontFamily: 'var(--font)',
    fontSize: 'var(--text)',
    maxWidth: 'min(26rem, 90vw)',
  },
  '.cm-diagnostic': { padding: 'var(--space-2) var(--space-3)', whiteSpace: 'pre-wrap' },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--severity-critical)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    backgroundColor: 'var(--mark-secret)',
    textDecoration: 'underline wavy 1px var(--severity-critical)',
    textUnderlineOffset: '4px',
  },
});

const syntax = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--on-surface)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--severity-high)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--on-surface-quiet)' },
]);

export const editorTheme: Extension = [base, panels, syntaxHighlighting(syntax)];
