import type { IconNode } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { messages } from '../i18n/index.js';
import { Icon } from './icons.js';

const MAX_BYTES = 64 * 1024 * 1024;

type Hear = (words: string) => void;

/** Hands over the file's text, or says why not. */
async function readFile(file: File, onText: Hear, onNotice: Hear): Promise<void> {
  const words = messages.value.text;
  if (file.size > MAX_BYTES) return onNotice(words.tooLargeFile);
  const text = await file.text();
  if (text.slice(0, 4096).includes('\0')) return onNotice(words.noText);
  onText(text);
}

interface FileButtonProps {
  readonly label: string;
  readonly icon: IconNode;
  readonly accept?: string;
  readonly onText: Hear;
  readonly onNotice: Hear;
}

export function FileButton({ label, icon, accept, onText, onNotice }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        <Icon icon={icon} />
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        {...(accept ? { accept } : {})}
        onChange={async (event) => {
          const { currentTarget } = event;
          const file = currentTarget.files?.[0];
          if (file) await readFile(file, onText, onNotice);
          // So that the same file can be opened again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

/** Opens a dropped file; dropped words stay the editor's business. */
export function useFileDrop(onText: Hear, onNotice: Hear) {
  const [over, setOver] = useState(false);
  const carriesFile = (event: DragEvent): boolean =>
    event.dataTransfer?.types.includes('Files') ?? false;
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDropCapture: (event: DragEvent) => {
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (!file) return;
        event.preventDefault();
        event.stopPropagation();
        void readFile(file, onText, onNotice);
      },
    },
  };
}

/** Saves a text the reader wrote under a name of its own. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
