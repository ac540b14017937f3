import { useEffect, useRef, useState } from 'preact/hooks';

/** How long the dialog must have been in plain sight before it takes a risky click. */
const wait = 800;

interface TrackingInit extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  readonly delay: number;
}

/** Firefox does not know `isVisible`; there being on screen has to do. */
function isShown(entry: IntersectionObserverEntry & { readonly isVisible?: boolean }): boolean {
  return entry.isIntersecting && (entry.isVisible ?? true);
}

/**
 * Whether an element has been in plain sight without a break for long enough: not covered, not
 * see-through, not moved. A page could otherwise lay a button of its own over ours.
 */
export function useSeen() {
  const element = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  const [covered, setCovered] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const init: TrackingInit = { threshold: 1, trackVisibility: true, delay: 100 };
    const observer = new IntersectionObserver((entries) => {
      const entry = entries.at(-1);
      if (entry === undefined) return;
      clearTimeout(timer);
      setCovered(!isShown(entry));
      if (isShown(entry)) timer = setTimeout(() => setSeen(true), wait);
      else setSeen(false);
    }, init);
    if (element.current !== null) observer.observe(element.current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, []);
  return { element, seen, covered };
}
