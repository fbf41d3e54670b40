import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

type Print = () => void;
let offered: Print | null = null;
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Offers the page's own way to print to whatever else has a command for it, as long as the page is there. */
export function useOfferPrint(print: Print): void {
  const run = useEffectEvent(print);
  useEffect(() => {
    const mine = (): void => run();
    offered = mine;
    tell();
    return () => {
      if (offered === mine) offered = null;
      tell();
    };
  }, []);
}

const subscribe = (told: () => void): (() => void) => {
  listeners.add(told);
  return () => void listeners.delete(told);
};

/** How the page that is open is printed; null where it says nothing of it. */
export const usePrintOffer = (): Print | null => useSyncExternalStore(subscribe, () => offered);

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
