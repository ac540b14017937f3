import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, dropCursor, EditorView, keymap } from '@codemirror/view';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { messages } from '../i18n/index.js';
import { editorTheme } from './theme.js';

interface EditorProps {
  readonly label: string;
  readonly text: string;
  readonly extensions: Extension;
  readonly describedBy?: string;
  /** Called once, when the editor stands. */
  readonly onView: (view: EditorView) => void;
}

const labels = new Compartment();

/**
 * A CodeMirror editor. It lives in an open shadow root, where its styles are constructed sheets:
 * so the page's policy need not allow inline styles.
 */
export function Editor({ label, text, extensions, onView }: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);

  // The editor keeps its own text: `text` and `extensions` count when it is made.
  useLayoutEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const made = new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        doc: text,
        extensions: [labels.of(labelled(label)), commonExtensions, extensions],
      }),
    });
    view.current = made;
    onView(made);
    return () => made.destroy();
  }, []);

  useLayoutEffect(() => {
    view.current?.dispatch({ effects: labels.reconfigure(labelled(label)) });
  }, [label]);

  return <div class="editor" ref={host} />;
}

function labelled(label: string): Extension {
  return [
    EditorView.contentAttributes.of({ 'aria-label': label }),
    EditorState.phrases.of(messages.peek().phrases),
  ];
}

/** Chromium would keep the look of what it replaces in a style attribute, which the page forbids. */
const typeOverSelection = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    if (event.inputType !== 'insertText' || !event.data) return false;
    if (view.state.readOnly || view.state.selection.main.empty) return false;
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type' });
    event.preventDefault();
    return true;
  },
});

const commonExtensions: Extension = [
  typeOverSelection,
  history(),
  drawSelection(),
  dropCursor(),
  search({ top: true }),
  highlightSelectionMatches(),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({
    spellcheck: 'false',
    autocorrect: 'off',
    translate: 'no',
    tabindex: '0',
  }),
  keymap.of([...standardKeymap, ...historyKeymap, ...searchKeymap]),
  editorTheme,
];

/** Puts `text` into the editor, touching only what differs, so that the view stays where it is. */
export function replaceText(view: EditorView, text: string): void {
  const old = view.state.doc.toString();
  if (old === text) return;
  const limit = Math.min(old.length, text.length);
  let from = 0;
  while (from < limit && old.charCodeAt(from) === text.charCodeAt(from)) from += 1;
  let tail = 0;
  while (
    tail < limit - from &&
    old.charCodeAt(old.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  ) {
    tail += 1;
  }
  view.dispatch({
    changes: { from, to: old.length - tail, insert: text.slice(from, text.length - tail) },
  });
}
