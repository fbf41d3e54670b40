import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { BulletinPage, BulletinView } from '../../../src/bulletins/contract.ts';
import { api, query } from '../../api.ts';

export const bulletinsQuery = infiniteQueryOptions({
  queryKey: ['bulletins'],
  queryFn: ({ pageParam, signal }) =>
    api.get<z.infer<typeof BulletinPage>>(`/api/bulletins${query({ after: pageParam ?? undefined })}`, signal),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
});

/** A published bulletin never changes; only what corrects it may come to be, and is then asked for anew. */
export const bulletinQuery = (id: string) =>
  queryOptions({
    queryKey: ['bulletin', id],
    queryFn: ({ signal }) => api.get<BulletinView>(`/api/bulletins/${id}`, signal),
    staleTime: 5 * 60_000,
  });

export const previewQuery = (round: string) =>
  queryOptions({
    queryKey: ['bulletin', 'preview', round],
    queryFn: ({ signal }) => api.get<BulletinView>(`/api/bulletins/preview${query({ round })}`, signal),
  });
