import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ledgerQuery } from '../../../matters/queries.ts';
import type { LedgerFilters } from '../ledger-search.ts';

/** After so many pages without a row the page asks whether to look on: what is searched for may be nowhere. */
const BARREN = 12;

/** The rows of the ledger so far, and how to fetch more of them. */
export function useLedgerRows(filters: LedgerFilters) {
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    ...ledgerQuery(filters),
    placeholderData: (before) => before,
  });
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  const barren = data?.pages.slice(-BARREN).every((page) => page.rows.length === 0) ?? false;
  return {
    rows,
    ids,
    meant: data?.pages[0]?.meant,
    error,
    here: data !== undefined,
    more: hasNextPage,
    /** Whether what was looked at lately held nothing, so that looking on is for the person to say. */
    barren: barren && (data?.pages.length ?? 0) >= BARREN,
    busy: isFetchingNextPage,
    stale: isPlaceholderData,
    fetchMore: () => void fetchNextPage(),
  };
}
