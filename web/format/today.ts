import { useSyncExternalStore } from 'react';
import { cityDay } from './day.ts';

const LOOK_EVERY_MS = 30_000;

const watch = (changed: () => void): (() => void) => {
  const timer = setInterval(changed, LOOK_EVERY_MS);
  return () => clearInterval(timer);
};

/** The city's date now; changes at midnight under a page that stays open. */
export const useToday = (): string => useSyncExternalStore(watch, () => cityDay(new Date()));
