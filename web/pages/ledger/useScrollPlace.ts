import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { RowTops } from '../../keys/rowTops.ts';
import { keepPlace, type PageAt, type Place } from './place.ts';

type List = {
  entry: string;
  /** Where the list began; undefined at its first row. */
  place: Place | undefined;
  ids: readonly string[];
  tops: RowTops;
  /** From the window's top to the list's, in pixels; null while nothing of it is drawn. */
  listTop: () => number | null;
  /** The pages from the list's first to the one that holds a row. */
  pagesTo: (row: string) => readonly PageAt[];
};

/** Keeps how far down the list is for a reload or the way back, goes there, and stays there as rows come in above. */
export function useScrollPlace({ entry, place, ids, tops, listTop, pagesTo }: List): void {
  const keep = useEffectEvent((of: string) => {
    const top = listTop();
    if (top === null) return;
    const first = Math.min(ids.length - 1, tops.at(-top));
    const row = ids[first];
    const pages = row === undefined ? [] : pagesTo(row);
    keepPlace(of, row !== undefined && pages.length > 1 ? { pages, row, top: top + tops.top(first) } : null);
  });
  useEffect(() => {
    const leave = () => keep(entry);
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [entry]);
  // While the rows still stand in the page: afterwards nobody could say where.
  useLayoutEffect(() => () => keep(entry), [entry]);

  const gone = useRef<Place>(undefined);
  useLayoutEffect(() => {
    const top = listTop();
    if (!place || gone.current === place || top === null || !ids.length) return;
    gone.current = place;
    const index = ids.indexOf(place.row);
    if (index >= 0) window.scrollBy({ top: top + tops.top(index) - place.top });
  });

  const before = useRef<string>(undefined);
  useLayoutEffect(() => {
    const added = before.current === undefined ? 0 : ids.indexOf(before.current);
    before.current = ids[0];
    if (place && added > 0) window.scrollBy({ top: tops.top(added) });
  }, [place, ids, tops]);
}
