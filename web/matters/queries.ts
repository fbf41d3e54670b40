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

/** Rows of the ledger asked for at a time: so many as one scrolls, so many at the most where more of them are wanted. */
const [PART, MOST] = [50, 200];
type Part = { after?: string; limit: number };
const limitFor = (wanted: number): number => Math.min(MOST, Math.max(PART, wanted));

/** The ledger by its filters. `least`: rows that are wanted in all, so that the parts up to them are large ones. */
export const ledgerQuery = (search: Omit<LedgerQuery, 'after' | 'limit'>, least: number) =>
  infiniteQueryOptions({
    queryKey: ['ledger', search],
    queryFn: ({ pageParam, signal }) =>
      api.get<MatterPage>(`/api/matters${query({ ...search, ...pageParam })}`, signal),
    initialPageParam: { limit: limitFor(least) } as Part,
    getNextPageParam: ({ next }, pages): Part | undefined => {
      const here = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return next === null ? undefined : { after: next, limit: limitFor(least - here) };
    },
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
