import { useSyncExternalStore } from 'react';
import { cityDay } from './day.ts';

const LOOK_EVERY_MS = 30_000;

const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One look for all who watch: every row of a list writes days, and a timer for each is felt when a hundred rows come and go. */
function watch(changed: () => void): () => void {
  watchers.add(changed);
  timer ??= setInterval(() => watchers.forEach((told) => told()), LOOK_EVERY_MS);
  return () => {
    watchers.delete(changed);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The city's date now; changes at midnight under a page that stays open. */
export const useToday = (): string => useSyncExternalStore(watch, () => cityDay(new Date()));
