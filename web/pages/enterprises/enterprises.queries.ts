import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Enterprise, EnterprisePage } from '../../../src/directory/enterprises/enterprise.contract.ts';
import type { EnterpriseMatters } from '../../../src/matters/raised/enterprise.contract.ts';
import { api, query } from '../../api.ts';

export const enterpriseListQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['enterprises', 'list', q],
    queryFn: ({ signal, pageParam }) =>
      api.get<EnterprisePage>(`/api/enterprises${query({ q: q || undefined, after: pageParam || undefined })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const enterpriseQuery = (id: string) =>
  queryOptions({
    queryKey: ['enterprises', 'one', id],
    queryFn: ({ signal }) => api.get<Enterprise>(`/api/enterprises/${id}`, signal),
  });

/** What it has raised, newest first. */
export const enterpriseMattersQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['enterprises', 'matters', id],
    queryFn: ({ signal, pageParam }) =>
      api.get<EnterpriseMatters>(`/api/enterprises/${id}/matters${query({ before: pageParam || undefined })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
