import type { Content } from './clipboard.js';
import { editableAround, focused, isTextField } from './editable.js';

/** Where the person was about to put the text. */
export interface Place {
  readonly target: Element;
  readonly field: HTMLElement | null;
  readonly restore: () => void;
}

export function placeOf(target: Element): Place {
  const field = editableAround(target);
  return { target, field, restore: rememberSelection(target, field) };
}

function rememberSelection(target: Element, field: HTMLElement | null): () => void {
  if (isTextField(target)) {
    const { selectionStart, selectionEnd } = target;
    return () => {
      target.focus({ preventScroll: true });
      // Null on fields without a selection, such as numbers.
      if (selectionStart !== null) target.setSelectionRange(selectionStart, selectionEnd);
    };
  }
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : undefined;
  return () => {
    field?.focus({ preventScroll: true });
    const now = getSelection();
    const lost = now === null || now.rangeCount === 0 || !field?.contains(now.anchorNode);
    if (lost && range !== undefined && field?.contains(range.startContainer)) {
      now?.removeAllRanges();
      now?.addRange(range);
    }
  };
}

/** The caret goes to where the text was dropped. */
export function moveCaretTo(event: DragEvent, place: Place): Place {
  const { field } = place;
  if (field === null || isTextField(field)) return place;
  const point = caretAt(event.clientX, event.clientY);
  return {
    ...place,
    restore: () => {
      field.focus({ preventScroll: true });
      if (point !== undefined) getSelection()?.collapse(point.node, point.offset);
    },
  };
}

interface CaretPoint {
  readonly node: Node;
  readonly offset: number;
}

interface CaretDocument {
  caretPositionFromPoint?(x: number, y: number): CaretPosition | null;
}

function caretAt(x: number, y: number): CaretPoint | undefined {
  const position = (document as CaretDocument).caretPositionFromPoint?.(x, y);
  return position ? { node: position.offsetNode, offset: position.offset } : undefined;
}

/**
 * Pastes as the browser would: editors take a paste event and keep their own undo; what takes
 * none (a plain field) gets the text by the editing command, which is undone in one step too.
 */
export function insert(content: Content, place: Place): void {
  place.restore();
  const target = place.target.isConnected ? place.target : (focused() ?? document.body);
  const text = content.strings.find(({ type }) => type === 'text/plain')?.text ?? '';
  if (target.dispatchEvent(pasteEvent(content, text)) && text !== '') {
    document.execCommand('insertText', false, text);
  }
}

export function plainContent(text: string): Content {
  return { strings: [{ type: 'text/plain', text }], files: [] };
}

function pasteEvent({ strings, files }: Content, text: string): ClipboardEvent {
  const clipboardData = new DataTransfer();
  for (const { type, text: value } of strings) clipboardData.setData(type, value);
  for (const file of files) clipboardData.items.add(file);
  const init = {
    clipboardData,
    // Firefox takes the text from these two; Chromium does not know them.
    dataType: 'text/plain',
    data: text,
    bubbles: true,
    cancelable: true,
    composed: true,
  };
  return new ClipboardEvent('paste', init);
}
