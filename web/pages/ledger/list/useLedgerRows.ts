import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, type RefObject } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import type { Known } from '../../../live/held.ts';
import { useHeld } from '../../../live/useHeld.ts';
import { ledgerQuery } from '../../../matters/queries.ts';
import type { Filters } from '../../../../src/matters/lists/filter.rules.ts';

/** After so many pages without a row the page asks whether to look on: what is searched for may be nowhere. */
const BARREN = 12;

const known: Known<MatterRow> = { key: ({ id }) => id, version: ({ seq }) => seq };

/**
 * The rows of the ledger so far, held still while somebody is at `list`, and how to fetch more of them. `least`: so many come by
 * themselves, as long as there are; until then the list is `short`.
 */
export function useLedgerRows(filters: Filters, least: number, list: RefObject<HTMLElement | null>) {
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    ...ledgerQuery(filters, least),
    placeholderData: (before) => before,
  });
  const now = useMemo(() => data?.pages.flatMap((page) => page.rows), [data]);
  const short = hasNextPage && !isPlaceholderData && (now?.length ?? 0) < least;
  const fetchRest = short && !isFetchingNextPage && !error;
  useEffect(() => {
    if (fetchRest) void fetchNextPage();
  }, [fetchRest, fetchNextPage]);
  /** Fetches page after page until there are no more, or so many rows. */
  const fetchUpTo = async (most: number): Promise<void> => {
    const listed = (pages: readonly { rows: readonly MatterRow[] }[] = []): number =>
      pages.reduce((sum, page) => sum + page.rows.length, 0);
    let [so, more] = [listed(data?.pages), hasNextPage];
    while (more && so < most) {
      const next = await fetchNextPage({ throwOnError: true });
      [so, more] = [listed(next.data?.pages), next.hasNextPage];
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
    here: data !== undefined,
    more: hasNextPage,
    /** Whether what was looked at lately held nothing, so that looking on is for the person to say. */
    barren: barren && (data?.pages.length ?? 0) >= BARREN,
    busy: isFetchingNextPage,
    stale: isPlaceholderData,
    short,
    fetchUpTo,
    fetchMore: () => void fetchNextPage(),
  };
}
