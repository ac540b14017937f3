import type { IconNode } from 'lucide';
import { h } from 'preact';

/** An icon of the Lucide set. It only repeats what a word beside it says. */
export function Icon({ of, kind }: { readonly of: IconNode; readonly kind?: string }) {
  const children = of.map(([tag, attributes], index) => h(tag, { key: index, ...attributes }));
  return (
    <svg
      class={`icon ${kind ?? ''}`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
