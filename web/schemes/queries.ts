import { queryOptions } from '@tanstack/react-query';
import type { Scheme, SchemeRow } from '../../src/directory/schemes/scheme.contract.ts';
import { api } from '../api.ts';

export const schemesQuery = queryOptions({
  queryKey: ['admin', 'schemes'],
  queryFn: ({ signal }) => api.get<{ rows: SchemeRow[] }>('/api/schemes', signal),
  select: ({ rows }) => rows,
});

/** A version with its categories; it never changes. */
export const schemeQuery = (key: string, version: number) =>
  queryOptions({
    queryKey: ['scheme', key, version],
    queryFn: ({ signal }) => api.get<Scheme>(`/api/schemes/${key}/versions/${version}`, signal),
    staleTime: Infinity,
  });
