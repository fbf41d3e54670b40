import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { DutyRoster, DutyRules } from '../../../src/duties/duty.contract.ts';
import { uuidv7 } from '../../act-id.ts';
import { api, query } from '../../api.ts';
import { announce } from '../../frame/announce.ts';

/** Who of a unit is on duty on the days of a span. */
export const rosterQuery = (unit: string | null, from: string, to: string) =>
  queryOptions({
    queryKey: ['duties', unit, from, to],
    queryFn: ({ signal }) => api.get<DutyRoster>(`/api/duties${query({ unit: unit ?? undefined, from, to })}`, signal),
    enabled: unit !== null,
  });

/** How the rule of a unit came to be as it is, the newest first. */
export const rulesQuery = (unit: string) =>
  infiniteQueryOptions({
    queryKey: ['duties', 'rules', unit],
    queryFn: ({ pageParam, signal }) =>
      api.get<DutyRules>(`/api/duties/rules${query({ unit, before: pageParam || undefined })}`, signal),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
  });

/** An act on a rule or a swap; the same again goes out under the same id. */
export function useDutyAct(said: string, onDone?: () => void) {
  const queries = useQueryClient();
  const sent = useRef<{ text: string; id: string } | null>(null);
  return useMutation<unknown, Error, { path: string; body: object }>({
    mutationFn: ({ path, body }) => {
      const text = JSON.stringify([path, body]);
      if (sent.current?.text !== text) sent.current = { text, id: uuidv7() };
      return api.act(path, { id: sent.current.id, ...body });
    },
    onSuccess: async () => {
      announce(said);
      onDone?.();
      await queries.invalidateQueries({ queryKey: ['duties'] });
    },
  });
}
