import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { RoundFigures } from '../../../src/figures/contract.ts';
import type { RoundPage, RoundView } from '../../../src/matters/rounds/round.contract.ts';
import { api, query } from '../../api.ts';

const ASK_AGAIN_MS = 2000;

export const roundsQuery = infiniteQueryOptions({
  queryKey: ['rounds'],
  queryFn: ({ pageParam, signal }) =>
    api.get<z.infer<typeof RoundPage>>(`/api/rounds${query({ after: pageParam ?? undefined })}`, signal),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
});

export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: ['round', id],
    queryFn: ({ signal }) => api.get<RoundView>(`/api/rounds/${id}`, signal),
  });

/** The completion of a round now, or as of an instant. While that instant is not settled it is asked again. */
export const figuresQuery = (round: string, asOf: string | null) =>
  queryOptions({
    queryKey: ['figures', round, asOf],
    queryFn: ({ signal }) =>
      api.get<RoundFigures>(`/api/figures/rounds/${round}${query({ asOf: asOf ?? undefined })}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.settled === false ? ASK_AGAIN_MS : false),
  });
