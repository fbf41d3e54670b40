import { useSyncExternalStore } from 'react';
import { makeListeners } from '../frame/listeners.ts';

/** The transfers whose end is told on whatever page one is then: those begun here, and those seen under way. */
let watched: ReadonlySet<string> = new Set();
const listeners = makeListeners();

function become(next: ReadonlySet<string>): void {
  watched = next;
  listeners.tell();
}

export function watch(id: string): void {
  if (!watched.has(id)) become(new Set([...watched, id]));
}

/** The end was seen: it need not be told any more. */
export const unwatch = (id: string): void => become(new Set([...watched].filter((one) => one !== id)));

export const useWatched = (): ReadonlySet<string> => useSyncExternalStore(listeners.subscribe, () => watched);
