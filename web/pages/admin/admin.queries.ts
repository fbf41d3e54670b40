import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { RegisterStory } from '../../../src/directory/contract.ts';
import type { PersonPage, Seat } from '../../../src/directory/people/people.contract.ts';
import { api, query } from '../../api.ts';

/** The seats of a unit, or of a person. */
export const seatsQuery = (of: { unit: string } | { account: string }) =>
  queryOptions({
    queryKey: ['admin', 'seats', of],
    queryFn: ({ signal }) => api.get<{ rows: Seat[] }>(`/api/seats${query(of)}`, signal),
    select: ({ rows }) => rows,
  });

export const peopleQuery = (search: { q?: string; without?: 'seat' | 'password' }) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'people', search],
    queryFn: ({ signal, pageParam }) =>
      api.get<PersonPage>(`/api/people${query({ ...search, after: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** What was done to an entry of the register, newest first. */
export const storyQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'story', id],
    queryFn: ({ signal, pageParam }) =>
      api.get<RegisterStory>(`/api/register/${id}/story${query({ before: pageParam || undefined })}`, signal),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
