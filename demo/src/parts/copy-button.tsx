import { Check, Copy, type IconNode } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icons.js';

const SHOWN_MS = 2000;

interface CopyButtonProps {
  readonly label: string;
  readonly done: string;
  readonly failed: string;
  readonly icon?: IconNode;
  readonly text: () => string | Promise<string>;
}

/** Copies, and says whether it did. */
export function CopyButton({ label, done, failed, icon = Copy, text }: CopyButtonProps) {
  const [said, say] = useState('');
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => say(''), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(await text());
      say(done);
    } catch {
      say(failed);
    }
  };
  return (
    <button type="button" onClick={() => void copy()}>
      <Icon icon={said === done ? Check : icon} />
      <span aria-live="polite">{said || label}</span>
    </button>
  );
}
