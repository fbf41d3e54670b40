import { useSyncExternalStore } from 'react';

let printing = false;
const subscribePrinting = (told: () => void): (() => void) => {
  const turn = (to: boolean) => () => {
    printing = to;
    told();
  };
  const [begin, end] = [turn(true), turn(false)];
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
};

/** Whether the page is being printed just now: what stands on paper alone is drawn only then. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribePrinting, () => printing);
