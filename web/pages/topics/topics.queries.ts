import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { HotTopics } from '../../../src/intake/topics/week.contract.ts';
import { api, query } from '../../api.ts';

/** A week's topics as they were counted last; without a week those of the newest that was counted. */
export const topicsQuery = (week: string | undefined) =>
  queryOptions({
    queryKey: ['topics', week ?? ''],
    queryFn: ({ signal }) => api.get<HotTopics>(`/api/topics${query({ week })}`, signal),
  });

/** Counts the topics of the week that is shown anew; `asked`: the one that the address names. */
export function useCount(asked: string | undefined, week: string | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<HotTopics>('/api/topics', week === undefined ? {} : { week }),
    onSuccess: (counted) => queries.setQueryData(topicsQuery(asked).queryKey, counted),
  });
}
