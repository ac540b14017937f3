type Handlers = { readonly [Name in keyof WindowEventMap]?: (event: WindowEventMap[Name]) => void };

/**
 * Listens on the window before the page does. Safe to call again: the browser keeps one of each.
 * A page that reopens its document drops all listeners, so the document is watched for that.
 */
export function listen(handlers: Handlers): () => void {
  const all = Object.entries(handlers) as [string, EventListener][];
  const add = () => {
    for (const [name, handler] of all) window.addEventListener(name, handler, { capture: true });
  };
  add();
  const observer = new MutationObserver(add);
  observer.observe(document, { childList: true });
  return () => {
    observer.disconnect();
    for (const [name, handler] of all) window.removeEventListener(name, handler, { capture: true });
  };
}
