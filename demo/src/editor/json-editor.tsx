import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Problem } from '../engine/protocol.js';
import { Editor, replaceText } from './editor.js';
import { placeOfProblem } from './json-places.js';

interface JsonEditorProps {
  readonly label: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly onChange: (text: string) => void;
  /** Takes the function that brings a problem's place into view. */
  readonly onReady?: (show: (problem: Problem) => void) => void;
}

/** A JSON file with its problems shown at their places. */
export function JsonEditor({ label, text, problems, onChange, onReady }: JsonEditorProps) {
  const view = useRef<EditorView>(null);

  // Before the next key: later, it would undo what was typed in between.
  useLayoutEffect(() => {
    if (view.current) replaceText(view.current, text);
  }, [text]);

  useLayoutEffect(() => {
    const state = view.current?.state;
    if (state) view.current?.dispatch(setDiagnostics(state, toDiagnostics(state, problems)));
  }, [problems]);

  return (
    <Editor
      label={label}
      text={text}
      extensions={[
        lineNumbers(),
        json(),
        bracketMatching(),
        indentOnInput(),
        lintGutter(),
        keymap.of([...lintKeymap, ...defaultKeymap]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ]}
      onView={(made) => {
        view.current = made;
        onReady?.((problem) => showPlace(made, problem));
      }}
    />
  );
}

function toDiagnostics(
  state: EditorView['state'],
  problems: readonly Problem[],
): readonly Diagnostic[] {
  return problems.map((problem) => ({
    ...placeOfProblem(state, problem),
    severity: 'error',
    message: problem.message,
  }));
}

function showPlace(view: EditorView, problem: Problem): void {
  const { from, to } = placeOfProblem(view.state, problem);
  view.dispatch({
    selection: { anchor: from, head: to },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  });
  view.focus();
}
