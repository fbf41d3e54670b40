import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, type RefObject } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import type { Known } from '../../../live/held.ts';
import { useHeld } from '../../../live/useHeld.ts';
import { ledgerQuery } from '../../../matters/queries.ts';
import { pagesKnown, type PageAt } from '../place.ts';
import type { Filters } from '../../../../src/matters/lists/filter.rules.ts';

/** After so many pages without a row the page asks whether to look on: what is searched for may be nowhere. */
const BARREN = 12;

const known: Known<MatterRow> = { key: ({ id }) => id, version: ({ seq }) => seq };

/**
 * The rows of the ledger so far, held still while somebody is at `list`, and how to fetch more of them. It begins with the last of the
 * pages in `begin`, or with its first.
 */
export function useLedgerRows(filters: Filters, begin: readonly PageAt[], list: RefObject<HTMLElement | null>) {
  const keys = begin.map(({ key }) => key);
  const query = useInfiniteQuery({ ...ledgerQuery(filters, keys), placeholderData: (before) => before });
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = query;
  const { fetchPreviousPage, hasPreviousPage, isFetchingPreviousPage, refetch } = query;
  const fetched =
    data?.pages.map(({ rows }, i): PageAt => ({ key: data.pageParams[i] as string, rows: rows.length })) ?? [];
  const pages = pagesKnown(begin, fetched);
  /** The page before those that are here; where rows have moved between the two meanwhile, all of them anew. */
  const fetchBefore = async (): Promise<boolean> => {
    const [next] = data?.pageParams ?? [];
    const before = await fetchPreviousPage({ throwOnError: true });
    if (before.data?.pages[0]?.next !== next) await refetch();
    return before.hasPreviousPage;
  };
  const now = useMemo(() => data?.pages.flatMap((page) => page.rows), [data]);
  /** Fetches page after page, from the first on, until there are no more, or so many rows. */
  const fetchUpTo = async (most: number): Promise<void> => {
    for (let before = hasPreviousPage; before;) before = await fetchBefore();
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
    before: hasPreviousPage && !isPlaceholderData,
    /** How many rows stand before the first that is here. */
    ahead: pages.slice(0, pages.length - fetched.length).reduce((sum, page) => sum + page.rows, 0),
    pagesTo: (id: string): readonly PageAt[] => {
      const at = data?.pages.findIndex((page) => page.rows.some((row) => row.id === id)) ?? -1;
      return at < 0 || isPlaceholderData ? [] : pages.slice(0, pages.length - fetched.length + at + 1);
    },
    /** Whether what was looked at lately held nothing, so that looking on is for the person to say. */
    barren: barren && (data?.pages.length ?? 0) >= BARREN,
    busy: isFetchingNextPage,
    busyBefore: isFetchingPreviousPage,
    stale: isPlaceholderData,
    fetchUpTo,
    fetchMore: () => void fetchNextPage(),
    fetchBefore: () => void fetchBefore().catch(() => undefined),
  };
}
