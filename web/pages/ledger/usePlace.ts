import { useRouterState } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef } from 'react';

const KEY = 'huiyin.ledger.place';

/**
 * Coming back from a matter, the focus stands on the row that was opened, and the row is in sight: `go` brings it there.
 * Returns the function that leaves the mark as a row opens.
 */
export function usePlace(ids: readonly string[], go: (row: string) => void): (row: string) => void {
  const address = useRouterState({ select: (state) => state.location.searchStr });
  const looked = useRef(false);
  const ready = ids.length > 0;
  const arrive = useEffectEvent(() => {
    const [place, row] = (sessionStorage.getItem(KEY) ?? '').split(' ');
    sessionStorage.removeItem(KEY);
    if (row && place === address && ids.includes(row)) go(row);
  });
  useEffect(() => {
    if (!ready || looked.current) return;
    looked.current = true;
    arrive();
  }, [ready]);
  return (row) => sessionStorage.setItem(KEY, `${address} ${row}`);
}
