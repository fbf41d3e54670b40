import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  Finds,
  LedgerQuery,
  MatterPage,
  Workbench,
  WorkbenchQuery,
} from '../../src/matters/lists/list.contract.ts';
import type { BelowPage, MatterView, Registrable } from '../../src/matters/contract.ts';
import { api, query } from '../api.ts';

/** Everything read about matters stands under these keys, so that an act can say what is stale. */
export const matterQuery = (id: string) =>
  queryOptions({
    queryKey: ['matter', id],
    queryFn: ({ signal }) => api.get<MatterView>(`/api/matters/${id}`, signal),
  });

/** What stands below a matter after what it was sent with, `next` of which is the key. */
export const belowQuery = (id: string, next: string | null) =>
  infiniteQueryOptions({
    queryKey: ['matter', id, 'below', next],
    queryFn: ({ pageParam, signal }) =>
      api.get<BelowPage>(`/api/matters/${id}/below${query({ after: pageParam })}`, signal),
    initialPageParam: next ?? undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });

/** `since`: when this seat last looked; what moved after it is marked. */
export const workbenchQuery = ({ filter, hand }: Pick<WorkbenchQuery, 'filter' | 'hand'>, since: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['workbench', filter ?? '', hand ?? ''],
    queryFn: ({ pageParam, signal }) =>
      api.get<Workbench>(`/api/workbench${query({ filter, hand, since, after: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });

export const ledgerQuery = (search: Omit<LedgerQuery, 'after' | 'limit'>) =>
  infiniteQueryOptions({
    queryKey: ['ledger', search],
    queryFn: ({ pageParam, signal }) =>
      api.get<MatterPage>(`/api/matters${query({ ...search, after: pageParam, limit: 50 })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });

/** The mechanisms under which this seat may register matters; they change with a new version of one. */
export const registrableQuery = queryOptions({
  queryKey: ['registrable'],
  queryFn: ({ signal }) => api.get<{ rows: Registrable[] }>('/api/registrable', signal),
  staleTime: 30 * 60_000,
});

/** What a few letters may mean; kept a little, as people type the same again. */
export const findQuery = (q: string) =>
  queryOptions({
    queryKey: ['find', q],
    queryFn: ({ signal }) => api.get<Finds>(`/api/find${query({ q })}`, signal),
    staleTime: 60_000,
  });
