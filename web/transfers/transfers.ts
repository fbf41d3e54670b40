import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Transfer, TransferList } from '../../src/platform/transfers/contract.ts';
import { api } from '../api.ts';

/** Asked again so often while something is under way; never otherwise. */
const WATCH_MS = 1_000;

export const underWay = ({ status }: Pick<Transfer, 'status'>): boolean => status === 'waiting' || status === 'running';

export const transfersQuery = queryOptions({
  queryKey: ['transfers'],
  queryFn: ({ signal }) => api.get<TransferList>('/api/transfers', signal),
  staleTime: 60_000,
  refetchInterval: ({ state }) => (state.data?.rows.some(underWay) ? WATCH_MS : false),
  select: ({ rows }) => rows,
});

/** This seat's exports and imports, newest first; kept fresh while any of them is under way. */
export const useTransfers = (): readonly Transfer[] => useQuery(transfersQuery).data ?? [];
