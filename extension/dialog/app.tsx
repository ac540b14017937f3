import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { sentenceFor } from '../ui/sentence.js';
import type { Texts } from '../ui/texts.js';
import { Buttons } from './buttons.js';
import { ItemList } from './item-list.js';
import type { Choice, FromDialog, ToDialog, View } from './protocol.js';
import { isReason, needsReason } from './protocol.js';
import { useSeen } from './seen.js';

interface Props {
  readonly port: MessagePort;
  readonly texts: Texts;
}

/** The dialog as it is shown: waits for what was found, then for the person. */
export function App({ port, texts }: Props) {
  const [view, setView] = useState<View>();
  const [edit, setEdit] = useState<string>();
  const editing = useRef<string | undefined>(undefined);
  editing.current = edit;
  useEffect(() => {
    const send = (message: FromDialog) => port.postMessage(message);
    port.onmessage = ({ data }: MessageEvent<ToDialog>) => {
      if (data.type === 'show') setView(data.view);
      if (data.type === 'text') {
        setEdit(data.text);
        send({ type: 'scan', text: data.text });
      }
      // An answer to an older text is no answer.
      if (data.type === 'scanned' && data.text === editing.current) setView(data.view);
    };
    send({ type: 'ready' });
  }, [port]);
  if (view === undefined) return null;
  const onEdit = (text: string) => {
    setEdit(text);
    editing.current = text;
    port.postMessage({ type: 'scan', text } satisfies FromDialog);
  };
  return <Dialog {...{ port, texts, view, edit, onEdit }} />;
}

interface DialogProps extends Props {
  readonly view: View;
  readonly edit: string | undefined;
  readonly onEdit: (text: string) => void;
}

function Dialog({ port, texts, view, edit, onEdit }: DialogProps) {
  const [kept, setKept] = useState<readonly number[]>([]);
  const [asIs, setAsIs] = useState(false);
  const [reason, setReason] = useState('');
  const { element, seen, covered } = useSeen();
  useSize(port, element);
  useEscape(port);
  // After an edit the numbers mean other items.
  useEffect(() => setKept([]), [view]);
  const send = (message: FromDialog) => port.postMessage(message);
  const choose = (choice: Choice) => send({ type: 'choose', choice });
  const keptItems = kept.flatMap((index) => view.items[index] ?? []);
  const required = asIs ? needsReason([view]) : needsReason(keptItems);
  const risky = asIs || keptItems.length > 0;
  const ready = !risky || (seen && (!required || isReason(reason)));
  const edited = edit === undefined ? {} : { text: edit };
  return (
    <div
      ref={element}
      class="dialog"
      role="alertdialog"
      aria-labelledby="title"
      aria-describedby="found"
    >
      <h1 id="title">{headlineFor(view, texts)}</h1>
      {view.action === 'block' && <p>{texts.blocked}</p>}
      <ItemList id="found" {...{ view, texts, kept, setKept }} />
      {edit !== undefined && <EditBox {...{ texts, edit, onEdit }} />}
      {(asIs || needsReason(keptItems)) && (
        <Reason {...{ texts, required, reason, setReason }} focus={asIs} />
      )}
      {risky && covered && <p class="quiet">{texts.covered}</p>}
      <Buttons
        {...{ texts, view, asIs, ready }}
        keptCount={kept.length}
        editing={edit !== undefined}
        onWithout={() => choose({ kind: 'without', keep: kept, reason, ...edited })}
        onEdit={() => send({ type: 'edit' })}
        onCancel={() => choose({ kind: 'cancel' })}
        onOpenAsIs={() => setAsIs(true)}
        onAsIs={() => choose({ kind: 'as-is', reason })}
      />
    </div>
  );
}

function headlineFor(view: View, texts: Texts): string {
  if (view.incomplete !== undefined) return texts.unchecked[view.incomplete];
  return view.items.length === 0 ? texts.nothingLeft : sentenceFor(view.items, texts);
}

/** Tells the guard how much room the content takes. */
function useSize(port: MessagePort, element: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => {
      const height = Math.ceil(element.current?.getBoundingClientRect().height ?? 0);
      port.postMessage({ type: 'size', height } satisfies FromDialog);
    });
    if (element.current !== null) observer.observe(element.current);
    return () => observer.disconnect();
  }, [port, element]);
}

function useEscape(port: MessagePort): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !event.isTrusted) return;
      event.preventDefault();
      const message: FromDialog = { type: 'choose', choice: { kind: 'cancel' } };
      port.postMessage(message);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [port]);
}

interface EditProps {
  readonly texts: Texts;
  readonly edit: string;
  readonly onEdit: (text: string) => void;
}

function EditBox({ texts, edit, onEdit }: EditProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <textarea
      ref={box}
      aria-label={texts.editLabel}
      rows={6}
      spellcheck={false}
      value={edit}
      onInput={(event) => onEdit(event.currentTarget.value)}
    />
  );
}

interface ReasonProps {
  readonly texts: Texts;
  readonly required: boolean;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly focus: boolean;
}

function Reason({ texts, required, reason, setReason, focus }: ReasonProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus]);
  return (
    <label class="reason">
      {texts.reason(required)}
      <input
        ref={box}
        type="text"
        maxLength={200}
        required={required}
        autocomplete="off"
        aria-describedby="reason-hint"
        value={reason}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <span id="reason-hint" class="quiet">
        {texts.reasonHint}
      </span>
    </label>
  );
}
