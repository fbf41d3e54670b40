import { useRouter, useRouterState, type ParsedLocation } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { RowWindow } from '../../keys/useRowWindow.ts';
import { findPlace, keepPlace, type Place } from './place.ts';

const stepOf = ({ pathname, state }: ParsedLocation): string | undefined =>
  pathname === '/ledger' ? state.__TSR_key : undefined;

type Begun = { readonly step: string | undefined; readonly place: Place | undefined };
const begin = (step: string | undefined): Begun => ({ step, place: step === undefined ? undefined : findPlace(step) });

/** The step of the tab's history that the list stands at, and where in it somebody was when that step was left last. */
export function useStep(): Begun {
  const step = useRouterState({ select: ({ location }) => stepOf(location) });
  const [begun, setBegun] = useState(() => begin(step));
  if (begun.step === step) return begun;
  const next = begin(step);
  setBegun(next);
  return next;
}

type List = Begun &
  Pick<RowWindow, 'inSight' | 'topOf' | 'stand'> & {
    /** The rows that are listed; none as long as those that are to come are not here. */
    ids: readonly string[];
  };

/**
 * Keeps how far down the list is as its step is left, and goes there by the row itself, not by pixels, as the step is come to again: the
 * router leaves such a step alone (router.ts). Whoever has scrolled meanwhile is left where they are.
 */
export function useScrollPlace({ step, place, ids, inSight, topOf, stand }: List): void {
  const gone = useRef<{ place: Place; scrollY: number }>(undefined);
  useLayoutEffect(() => {
    if (!place || ids.length === 0) return;
    if (gone.current?.place === place && Math.abs(window.scrollY - gone.current.scrollY) > 1) return;
    const found = ids.indexOf(place.row);
    stand(found < 0 ? Math.min(place.index, ids.length - 1) : found, place.top);
    gone.current = { place, scrollY: window.scrollY };
  }, [place, ids, stand]);

  const keep = useEffectEvent((left: string | undefined) => {
    // On its way there, what is in sight is not yet what somebody looked at.
    if (left === undefined || (place && gone.current?.place !== place)) return;
    const index = inSight().from;
    const row = ids[index];
    keepPlace(left, row !== undefined && index > 0 ? { row, index, top: topOf(index) } : null);
  });
  const router = useRouter();
  useEffect(
    () => router.subscribe('onBeforeLoad', ({ fromLocation }) => fromLocation && keep(stepOf(fromLocation))),
    [router],
  );
  useEffect(() => {
    const leave = () => keep(step);
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [step]);
}
