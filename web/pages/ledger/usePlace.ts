import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

const KEY = 'huiyin.ledger.place';

/**
 * Coming back from a matter, the focus stands on the row that was opened, and the row is in sight. Returns the function
 * that leaves the mark as a row opens.
 */
export function usePlace(ready: boolean): (row: string) => void {
  const address = useRouterState({ select: (state) => state.location.searchStr });
  const looked = useRef(false);
  useEffect(() => {
    if (!ready || looked.current) return;
    looked.current = true;
    const [place, row] = (sessionStorage.getItem(KEY) ?? '').split(' ');
    sessionStorage.removeItem(KEY);
    if (!row || place !== address) return;
    const link = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`);
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: 'nearest' });
  }, [ready, address]);
  return (row) => sessionStorage.setItem(KEY, `${address} ${row}`);
}
