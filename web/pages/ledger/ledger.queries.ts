import { queryOptions } from '@tanstack/react-query';
import type { LedgerChoices, MatterCount } from '../../../src/matters/lists/list.contract.ts';
import { api, query } from '../../api.ts';
import type { Filters } from '../../../src/matters/lists/filter.rules.ts';

/** How many the filters leave; under the list's own key, so that whatever makes the list stale makes it too. */
export const countQuery = (filters: Filters) =>
  queryOptions({
    queryKey: ['ledger', 'count', filters],
    queryFn: ({ signal }) => api.get<MatterCount>(`/api/matters/count${query(filters)}`, signal),
  });

/** What this city filters by: its mechanisms' stages, its areas. */
export const choicesQuery = queryOptions({
  queryKey: ['ledger-choices'],
  queryFn: ({ signal }) => api.get<LedgerChoices>('/api/matters/choices', signal),
  staleTime: 10 * 60_000,
});
