import { EditorView, keymap } from '@codemirror/view';
import { FileUp } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Editor, replaceText } from '../editor/editor.js';
import { markings, marksOfFindings, neighbour, setActive, setMarks } from '../editor/marks.js';
import { locale, messages } from '../i18n/index.js';
import { FileButton, useFileDrop } from '../parts/files.js';
import { FindingList } from '../parts/finding-list.js';
import { RedactedPanel } from '../parts/redacted-panel.js';
import { VerdictAnnouncer, VerdictBanner } from '../parts/verdict-banner.js';
import { samples } from '../samples.js';
import { active, direction, findings, scanned, text, timing } from '../state.js';

/** First view: a text, what is found in it, and what would be sent. */
export function TextView() {
  const words = messages.value;
  const view = useRef<EditorView>(null);
  const [notice, setNotice] = useState('');
  const [sample, setSample] = useState(samples[0]?.file ?? '');
  const drop = useFileDrop((content) => open(content), setNotice);

  const open = (content: string): void => {
    setNotice('');
    if (view.current) replaceText(view.current, content);
    view.current?.scrollDOM.scrollTo({ top: 0 });
  };
  const choose = (file: string): void => {
    setSample(file);
    open(samples.find((one) => one.file === file)?.text ?? '');
  };

  return (
    <div class="columns text-view">
      <section
        class={`card${drop.over ? ' dropping' : ''}`}
        aria-labelledby="text-title"
        {...drop.handlers}
      >
        <header>
          <h2 id="text-title">{words.text.title}</h2>
          <SampleChooser sample={sample} onChoose={choose} />
          <FileButton
            label={words.text.open}
            icon={FileUp}
            onText={(content) => open(content)}
            onNotice={setNotice}
          />
        </header>
        {notice && (
          <p class="notice" role="alert">
            {notice}
          </p>
        )}
        <MarkedEditor onView={(made) => (view.current = made)} onTyped={() => setSample('')} />
        <TextFooter />
        {drop.over && <div class="drop-hint">{words.text.drop}</div>}
      </section>
      <section class="card" aria-labelledby="findings-title">
        <header>
          <h2 id="findings-title">{words.findings.title}</h2>
          <Timing />
        </header>
        <VerdictBanner />
        <VerdictAnnouncer />
        <div class="scroll">
          <FindingList onChoose={(index) => select(view.current, index)} />
        </div>
      </section>
      <RedactedPanel onChoose={(index) => select(view.current, index)} />
    </div>
  );
}

function SampleChooser(props: {
  readonly sample: string;
  readonly onChoose: (file: string) => void;
}) {
  const words = messages.value;
  return (
    <label class="field">
      <span class="visually-hidden">{words.text.sample}</span>
      <select value={props.sample} onChange={(event) => props.onChoose(event.currentTarget.value)}>
        <option value="" disabled hidden>
          {words.text.own}
        </option>
        {samples.map((one) => (
          <option key={one.file} value={one.file}>
            {one.title[locale.value]}
          </option>
        ))}
      </select>
    </label>
  );
}

interface MarkedEditorProps {
  readonly onView: (view: EditorView) => void;
  readonly onTyped: () => void;
}

function MarkedEditor({ onView, onTyped }: MarkedEditorProps) {
  const view = useRef<EditorView>(null);
  useEffect(() => {
    const result = scanned.value;
    const state = view.current?.state;
    // A text that was typed on in the meantime waits for its own verdict.
    if (!result || !state || state.doc.length !== result.text.length) return;
    if (text.value !== result.text) return;
    const marks = marksOfFindings(result.text, result.verdict.findings);
    view.current?.dispatch({ effects: setMarks.of(marks) });
  }, [scanned.value]);
  useEffect(() => {
    view.current?.dispatch({ effects: setActive.of(active.value) });
  }, [active.value]);
  return (
    <Editor
      label={messages.value.text.editor}
      text={text.peek()}
      extensions={[
        markings((finding) => (active.value = finding)),
        keymap.of([
          { key: 'F8', run: (target) => goTo(target, 1) },
          { key: 'Shift-F8', run: (target) => goTo(target, -1) },
        ]),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          text.value = update.state.doc.toString();
          if (
            update.transactions.some((one) => one.isUserEvent('input') || one.isUserEvent('delete'))
          )
            onTyped();
        }),
      ]}
      onView={(made) => {
        view.current = made;
        onView(made);
      }}
    />
  );
}

function TextFooter() {
  const words = messages.value;
  const directions = ['prompt', 'response'] as const;
  return (
    <footer>
      <label class="field">
        <span>{words.text.direction}</span>
        <select
          value={direction.value}
          onChange={(event) =>
            (direction.value = event.currentTarget.value === 'response' ? 'response' : 'prompt')
          }
        >
          {directions.map((one) => (
            <option key={one} value={one}>
              {words.text.directions[one]}
            </option>
          ))}
        </select>
      </label>
      <span class="hint keys">{words.text.keys}</span>
    </footer>
  );
}

function Timing() {
  const words = messages.value;
  if (!timing.value || !scanned.value) return null;
  const { milliseconds, runs } = timing.value;
  return (
    <p class="timing" title={words.text.timeTitle(runs)}>
      <strong>{words.time(milliseconds)}</strong> ·{' '}
      {words.text.characters(scanned.value.text.length)}
    </p>
  );
}

function goTo(view: EditorView, step: 1 | -1): boolean {
  const mark = neighbour(view, step);
  if (!mark) return false;
  view.dispatch({ selection: { anchor: mark.start, head: mark.end }, scrollIntoView: true });
  active.value = mark.findings[0] ?? -1;
  return true;
}

function select(view: EditorView | null, index: number): void {
  const finding = findings.value[index];
  if (!view || !finding || finding.end > view.state.doc.length) return;
  view.dispatch({
    selection: { anchor: finding.start, head: finding.end },
    effects: EditorView.scrollIntoView(finding.start, { y: 'center' }),
  });
  view.focus();
  active.value = index;
}
