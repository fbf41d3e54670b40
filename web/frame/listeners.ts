/** Those who are to be told that something has changed, as `useSyncExternalStore` asks for. */
export function makeListeners() {
  const all = new Set<() => void>();
  return {
    tell: (): void => {
      for (const listener of all) listener();
    },
    /** Tells that one too from now on, until the returned function is called. */
    subscribe: (listener: () => void): (() => void) => {
      all.add(listener);
      return () => void all.delete(listener);
    },
  };
}
