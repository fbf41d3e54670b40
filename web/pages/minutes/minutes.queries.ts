import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { DraftPage, DraftView } from '../../../src/intake/contract.ts';
import { api, query } from '../../api.ts';

export const draftsQuery = infiniteQueryOptions({
  queryKey: ['drafts'],
  queryFn: ({ pageParam, signal }) =>
    api.get<z.infer<typeof DraftPage>>(`/api/minutes${query({ after: pageParam ?? undefined })}`, signal),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
});

/** A draft as it is on the server now: never from the cache, because the review begins from it. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['draft', id],
    queryFn: ({ signal }) => api.get<DraftView>(`/api/minutes/${id}`, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
