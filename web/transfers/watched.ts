import { useSyncExternalStore } from 'react';

/** The transfers whose end is told on whatever page one is then: those begun here, and those seen under way. */
let watched: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

function become(next: ReadonlySet<string>): void {
  watched = next;
  for (const listener of listeners) listener();
}

export function watch(id: string): void {
  if (!watched.has(id)) become(new Set([...watched, id]));
}

/** The end was seen: it need not be told any more. */
export const unwatch = (id: string): void => become(new Set([...watched].filter((one) => one !== id)));

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useWatched = (): ReadonlySet<string> => useSyncExternalStore(listen, () => watched);
