import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { makeListeners } from './listeners.ts';

/** What a page may have a way of its own for, beside the command that everybody looks for in the palette. */
export type Offer = 'print' | 'export-xlsx' | 'export-csv' | 'looks';

type Run = () => void;
const offered = new Map<Offer, readonly Run[]>();
const { tell, subscribe } = makeListeners();

/** Offers the page's own way to do something to whatever else has a command for it, as long as that part of the page is there. */
export function useOffer(offer: Offer, run: Run): void {
  const now = useEffectEvent(run);
  useEffect(() => {
    const mine = (): void => now();
    offered.set(offer, [...(offered.get(offer) ?? []), mine]);
    tell();
    return () => {
      offered.set(
        offer,
        (offered.get(offer) ?? []).filter((other) => other !== mine),
      );
      tell();
    };
  }, [offer]);
}

/** How the page that is open does it, by its innermost part that can; null where none can. */
export const useOffered = (offer: Offer): Run | null =>
  useSyncExternalStore(subscribe, () => offered.get(offer)?.at(-1) ?? null);
