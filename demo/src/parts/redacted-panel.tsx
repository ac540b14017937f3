import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'preact/hooks';
import { Editor, replaceText } from '../editor/editor.js';
import { markings, marksOfReplacements, setActive, setMarks } from '../editor/marks.js';
import { messages } from '../i18n/index.js';
import { active, findings, redacted, scanned } from '../state.js';
import { CopyButton } from './copy-button.js';

/** The text with placeholders in the place of what was found. */
export function RedactedPanel({ onChoose }: { readonly onChoose: (index: number) => void }) {
  const words = messages.value.redacted;
  const action = scanned.value?.verdict.action;
  return (
    <section class="card" aria-labelledby="redacted-title">
      <header>
        <h2 id="redacted-title">{words.title}</h2>
        <CopyButton
          label={words.copy}
          done={words.copied}
          failed={words.notCopied}
          text={() => redacted.peek().text}
        />
      </header>
      {action === 'block' && <p class="notice">{words.stopped}</p>}
      {action === 'warn' && <p class="notice">{messages.value.policy.asked}</p>}
      <RedactedEditor onChoose={onChoose} />
    </section>
  );
}

function RedactedEditor({ onChoose }: { readonly onChoose: (index: number) => void }) {
  const view = useRef<EditorView>(null);
  useEffect(() => {
    if (!view.current) return;
    const { text, replacements } = redacted.value;
    replaceText(view.current, text);
    const marks = marksOfReplacements(findings.peek(), replacements);
    view.current.dispatch({ effects: setMarks.of(marks) });
  }, [redacted.value]);
  useEffect(() => {
    view.current?.dispatch({ effects: setActive.of(active.value) });
  }, [active.value]);
  return (
    <Editor
      label={messages.value.redacted.editor}
      text=""
      extensions={[
        EditorState.readOnly.of(true),
        EditorView.contentAttributes.of({ 'aria-readonly': 'true', inputmode: 'none' }),
        markings((finding) => (active.value = finding)),
        EditorView.domEventHandlers({
          dblclick: () => {
            if (active.value >= 0) onChoose(active.value);
          },
        }),
      ]}
      onView={(made) => (view.current = made)}
    />
  );
}
