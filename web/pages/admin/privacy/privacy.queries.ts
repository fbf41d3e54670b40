import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { DuePage, Wishes } from '../../../../src/privacy/contract.ts';
import { api, query } from '../../../api.ts';

export const wishesQuery = queryOptions({
  queryKey: ['admin', 'wishes'],
  queryFn: ({ signal }) => api.get<Wishes>('/api/privacy/wishes', signal),
});

export const dueQuery = infiniteQueryOptions({
  queryKey: ['admin', 'due'],
  queryFn: ({ pageParam, signal }) =>
    api.get<DuePage>(`/api/privacy/due${query({ after: pageParam ?? undefined })}`, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
});
