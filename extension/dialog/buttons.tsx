import { useEffect, useRef } from 'preact/hooks';
import type { Texts } from '../ui/texts.js';
import type { View } from './protocol.js';

interface Props {
  readonly texts: Texts;
  readonly view: View;
  readonly keptCount: number;
  readonly editing: boolean;
  readonly asIs: boolean;
  /** Whether the risky choice on screen may be taken now. */
  readonly ready: boolean;
  readonly onWithout: () => void;
  readonly onEdit: () => void;
  readonly onCancel: () => void;
  readonly onOpenAsIs: () => void;
  readonly onAsIs: () => void;
}

/** Only what a person does counts. */
function ifTrusted(action: () => void) {
  return (event: Event) => {
    if (event.isTrusted) action();
  };
}

export function Buttons(props: Props) {
  const { texts, view, editing, asIs, ready } = props;
  const checked = view.incomplete === undefined;
  const first = useRef<HTMLButtonElement>(null);
  // The safe choice is under the Enter key.
  useEffect(() => first.current?.focus(), []);
  return (
    <div class="buttons">
      {checked && !asIs && (
        <button
          ref={first}
          type="button"
          class="default"
          disabled={!ready}
          onClick={ifTrusted(props.onWithout)}
        >
          {withoutLabel(props)}
        </button>
      )}
      {asIs && (
        <button type="button" disabled={!ready} onClick={ifTrusted(props.onAsIs)}>
          {texts.confirmAsIs}
        </button>
      )}
      {!editing && !asIs && (
        <button type="button" onClick={ifTrusted(props.onEdit)}>
          {texts.editFirst}
        </button>
      )}
      <button
        ref={checked ? null : first}
        type="button"
        class={checked ? '' : 'default'}
        onClick={ifTrusted(props.onCancel)}
      >
        {texts.cancel}
      </button>
      {!asIs && !editing && view.action !== 'block' && (
        <button type="button" class="plain" onClick={ifTrusted(props.onOpenAsIs)}>
          {texts.pasteAsIs}
        </button>
      )}
    </div>
  );
}

function withoutLabel({ texts, view, keptCount }: Props): string {
  const total = view.items.length;
  return total === 0 ? texts.pasteEdited : texts.pasteWithout(total - keptCount, total);
}
