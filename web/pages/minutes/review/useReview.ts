import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DraftView } from '../../../../src/intake/contract.ts';
import { useSession } from '../../../session/session.ts';
import { placeOf } from './keep.ts';
import { makeKeeper } from './keeper.ts';

/** The draft under review, kept and saved by itself while the page shows it. */
export function useReview(view: DraftView) {
  const { caller } = useSession();
  const [keeper] = useState(() => makeKeeper(view, placeOf(caller.seat, view.draft.id)));
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  useEffect(() => keeper.start(), [keeper]);
  return { keeper, ...state };
}
