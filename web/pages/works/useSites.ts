import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkRow, WorksView } from '../../../src/matters/works/works.contract.ts';
import { sitesQuery } from './works.queries.ts';

type Sites = {
  readonly rows: readonly WorkRow[];
  readonly error: Error | null;
  /** Null where all there are stand in `rows`. */
  readonly more: { readonly busy: boolean; readonly fetch: () => void } | null;
};

/**
 * The sites of one category (`''`: of none) or of all. The first page is kept for the time without a line; where
 * there are more, a category is asked for by itself.
 */
export function useSites(works: WorksView | undefined, area: string | undefined): Sites {
  const [wanted, setWanted] = useState('');
  const first = works?.rows ?? [];
  const next = works?.next ?? undefined;
  const apart = next !== undefined && area !== undefined;
  const mechanism = works?.mechanism?.key ?? '';
  const later = useInfiniteQuery({
    ...sitesQuery({ mechanism, area, after: apart ? undefined : next }),
    enabled: apart || (next !== undefined && wanted === next),
  });
  const followed = later.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const own = first.filter((row) => area === undefined || (row.area ?? '') === area);
  if (next === undefined) return { rows: own, error: null, more: null };
  const known = new Set(own.map(({ id }) => id));
  const rows = [...own, ...followed.filter(({ id }) => !known.has(id))];
  const busy = later.isFetching;
  if (apart || wanted === next) {
    const more = later.hasNextPage || !later.data ? { busy, fetch: () => void later.fetchNextPage() } : null;
    return { rows, error: later.error, more };
  }
  return { rows, error: null, more: { busy: false, fetch: () => setWanted(next) } };
}
