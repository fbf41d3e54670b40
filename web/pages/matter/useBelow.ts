import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChildView, MatterView } from '../../../src/matters/contract.ts';
import { belowQuery } from '../../matters/queries.ts';

/** What stands below a matter as far as it was fetched, and the way to fetch more of it. */
export type BelowList = {
  readonly rows: readonly ChildView[];
  /** How many were not fetched yet. */
  readonly left: number;
  readonly fetching: boolean;
  readonly error: Error | null;
  readonly fetchMore: () => void;
};

/** Begins with those that the matter was sent with; more are fetched after them once they are asked for. */
export function useBelow({ row, below }: MatterView): BelowList {
  const [asked, setAsked] = useState(false);
  const rest = useInfiniteQuery({ ...belowQuery(row.id, below.next), enabled: asked && below.next !== null });
  const more = below.next === null ? [] : (rest.data?.pages ?? []).flatMap((page) => page.rows);
  // One that was struck off in between stands in both parts.
  const rows = [...new Map([...below.rows, ...more].map((child) => [child.row.id, child])).values()];
  const whole = below.next === null || (rest.data !== undefined && !rest.hasNextPage);
  return {
    rows,
    left: whole ? 0 : Math.max(below.n - rows.length, 1),
    fetching: rest.isFetching,
    error: rest.error,
    fetchMore: () => {
      if (!asked) setAsked(true);
      else if (rest.data) void rest.fetchNextPage();
      else void rest.refetch();
    },
  };
}
