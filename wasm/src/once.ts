/**
 * Remembers what `make` gave; a failure is tried again. For the package's own files: a page that
 * checks a rule at every key reads them once, and goes on when it is offline.
 */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
