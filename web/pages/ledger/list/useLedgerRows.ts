import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type RefObject } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import type { Known } from '../../../live/held.ts';
import { useHeld } from '../../../live/useHeld.ts';
import { ledgerQuery } from '../../../matters/queries.ts';
import type { Place } from '../place.ts';
import type { Filters } from '../../../../src/matters/lists/filter.rules.ts';

/** After so many pages without a row the page asks whether to look on: what is searched for may be nowhere. */
const BARREN = 12;

const known: Known<MatterRow> = { key: ({ id }) => id, version: ({ seq }) => seq };

/** Rows that stand in a window below its first, and some. */
const SCREEN = 50;

/**
 * The rows of the ledger so far, held still while somebody is at `list`, and how to fetch more of them. `place`: the list is not here
 * before it is as long as it was there.
 */
export function useLedgerRows(filters: Filters, place: Place | undefined, list: RefObject<HTMLElement | null>) {
  const least = place ? place.index + SCREEN : 0;
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    ...ledgerQuery(filters, least),
    placeholderData: (before) => before,
  });
  const listed = useMemo(() => data?.pages.flatMap((page) => page.rows), [data]);
  const reaches =
    listed &&
    !isPlaceholderData &&
    (!hasNextPage || listed.length >= least || listed.some(({ id }) => id === place?.row));
  // Once it was here it stays, whatever leaves it.
  const [reached, setReached] = useState<Place>();
  if (place && reaches && reached !== place) setReached(place);
  const coming = place !== undefined && reached !== place && !reaches && !isPlaceholderData && !error;
  useEffect(() => {
    if (coming && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [coming, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const now = coming ? undefined : listed;
  /** Fetches page after page until there are no more, or so many rows. */
  const fetchUpTo = async (most: number): Promise<void> => {
    const count = (pages: readonly { rows: readonly MatterRow[] }[] = []): number =>
      pages.reduce((sum, page) => sum + page.rows.length, 0);
    let [so, more] = [count(data?.pages), hasNextPage];
    while (more && so < most) {
      const next = await fetchNextPage({ throwOnError: true });
      [so, more] = [count(next.data?.pages), next.hasNextPage];
    }
  };
  const view = `${JSON.stringify(filters)} ${data?.pages.length} ${isPlaceholderData}`;
  const { rows, waiting, marks, show } = useHeld(view, now, known, list);
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  const barren = data?.pages.slice(-BARREN).every((page) => page.rows.length === 0) ?? false;
  return {
    rows,
    ids,
    waiting,
    marks,
    show,
    meant: data?.pages[0]?.meant,
    error,
    here: now !== undefined,
    more: hasNextPage && !coming,
    /** Whether what was looked at lately held nothing, so that looking on is for the person to say. */
    barren: barren && (data?.pages.length ?? 0) >= BARREN,
    busy: isFetchingNextPage,
    stale: isPlaceholderData,
    fetchUpTo,
    fetchMore: () => void fetchNextPage(),
  };
}
