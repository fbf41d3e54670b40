import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Todo } from '../../../../src/matters/lists/list.contract.ts';
import { briefQuery } from './brief.queries.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * Of a to-do list under a mayor's brief what does not stand in the brief already, and how many do; `on` where there is a brief at
 * all. Returns no list while it is not known yet; without an answer everything stays in the list.
 */
export function useApart(todos: readonly Todo[] | undefined, on: boolean) {
  const { data, error } = useQuery({ ...briefQuery, enabled: on });
  const worst = useMemo(() => (on && data ? new Set(data.worst.map(({ row }) => row.id)) : NONE), [on, data]);
  const raised = useMemo(() => (on && data ? new Set(data.raised.map(({ id }) => id)) : NONE), [on, data]);
  const reviews = useMemo(() => (on && data ? new Set(data.reviews.map(({ row }) => row.id)) : NONE), [on, data]);
  const apart = useMemo(
    () =>
      todos?.filter(
        ({ row, act }) =>
          !(act === 'remind' && worst.has(row.id)) &&
          !(act === 'answer' && raised.has(row.id)) &&
          !(act === 'review' && reviews.has(row.id)),
      ),
    [todos, worst, raised, reviews],
  );
  if (on && !data && !error) return { apart: undefined, above: 0 };
  return { apart, above: todos?.filter(({ row, act }) => act === 'remind' && worst.has(row.id)).length ?? 0 };
}
