import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { SourceLately, SourceList } from '../../../../src/counter/sources/source.contract.ts';
import { api, query } from '../../../api.ts';

export const sourcesQuery = queryOptions({
  queryKey: ['admin', 'sources'],
  queryFn: ({ signal }) => api.get<SourceList>('/api/sources', signal),
});

/** What a source handed over, newest first. */
export const latelyQuery = (source: string) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'sources', source],
    queryFn: ({ signal, pageParam }) =>
      api.get<SourceLately>(`/api/sources/${source}/requests${query({ ...pageParam })}`, signal),
    initialPageParam: {} as { at?: string; external?: string },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
