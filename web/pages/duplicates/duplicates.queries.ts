import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { DuplicatePage, ToldPage } from '../../../src/intake/duplicates/contract.ts';
import { uuidv7 } from '../../act-id.ts';
import { api, query } from '../../api.ts';
import { announce } from '../../frame/announce.ts';
import { useT } from '../../i18n/language.tsx';
import { faultText } from '../../problems/faultText.ts';

/** Groups of what says nearly the same, as found last. Under one key with what was told apart: an act changes both. */
export const duplicatesQuery = (mechanism: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['duplicates', 'groups', mechanism ?? ''],
    queryFn: ({ signal, pageParam }) =>
      api.get<DuplicatePage>(`/api/duplicates${query({ mechanism, after: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** What was told apart and holds. */
export const toldQuery = (mechanism: string) =>
  infiniteQueryOptions({
    queryKey: ['duplicates', 'told', mechanism],
    queryFn: ({ signal, pageParam }) =>
      api.get<ToldPage>(`/api/duplicates/apart${query({ mechanism, after: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Looks through the open matters of a mechanism anew. */
export function useSearch(mechanism: string | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<DuplicatePage>('/api/duplicates', { mechanism }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['duplicates'] }),
  });
}

/** Says that matters are not the same; `onDone` when the list has been read again. */
export function useTellApart(onDone: () => void) {
  const t = useT();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (parts: readonly (readonly string[])[]) => {
      const act = { id: uuidv7(), parts };
      return api.act<{ id: string }>('/api/duplicates/apart', act);
    },
    onSuccess: async () => {
      announce(t('duplicates.told'));
      await queries.invalidateQueries({ queryKey: ['duplicates'] });
      onDone();
    },
    onError: (error) => announce(faultText(t, error), 'fault'),
  });
}

/** Takes back that matters were told apart. */
export function useTakeBack() {
  const t = useT();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (told: string) => {
      const act = { id: uuidv7(), kind: 'take-back', given: {} };
      return api.act<{ id: string }>(`/api/duplicates/apart/${told}/acts`, act);
    },
    onSuccess: async () => {
      announce(t('duplicates.back-done'));
      await queries.invalidateQueries({ queryKey: ['duplicates'] });
    },
    onError: (error) => announce(faultText(t, error), 'fault'),
  });
}
