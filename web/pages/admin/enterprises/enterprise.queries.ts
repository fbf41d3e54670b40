import { infiniteQueryOptions } from '@tanstack/react-query';
import type { EnterprisePage } from '../../../../src/directory/enterprises/enterprise.contract.ts';
import { api, query } from '../../../api.ts';

export const enterprisesQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'enterprises', q],
    queryFn: ({ signal, pageParam }) =>
      api.get<EnterprisePage>(`/api/enterprises${query({ q: q || undefined, after: pageParam || undefined })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
