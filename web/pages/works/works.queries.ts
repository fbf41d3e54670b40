import { queryOptions } from '@tanstack/react-query';
import type { WorksView } from '../../../src/matters/works/works.contract.ts';
import { api, query } from '../../api.ts';

/** What was read stays readable while the line is away: whoever stands on a site has no other. */
export const worksQuery = (asked: { mechanism?: string | undefined; asOf?: string | undefined }) =>
  queryOptions({
    queryKey: ['works', asked.mechanism ?? '', asked.asOf ?? ''],
    queryFn: ({ signal }) => api.get<WorksView>(`/api/works${query(asked)}`, signal),
    gcTime: Infinity,
  });
