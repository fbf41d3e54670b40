import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ImportRows, ImportView, RowState } from '../../../src/intake/sheets/contract.ts';
import { api, query } from '../../api.ts';
import { underWay } from '../../transfers/transfers.ts';

const WATCH_MS = 1_000;

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => api.get<ImportView>(`/api/imports/${id}`, signal),
    refetchInterval: ({ state }) => (state.data && underWay(state.data.transfer) ? WATCH_MS : false),
  });

export const importRowsQuery = (id: string, state: RowState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['import-rows', id, state ?? ''],
    queryFn: ({ pageParam, signal }) =>
      api.get<ImportRows>(`/api/imports/${id}/rows${query({ state, after: pageParam })}`, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
