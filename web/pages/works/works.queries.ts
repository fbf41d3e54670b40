import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { SitesPage, WorksSums, WorksView } from '../../../src/matters/works/works.contract.ts';
import { api, query } from '../../api.ts';

/** What was read stays readable while the line is away: whoever stands on a site has no other. */
export const worksQuery = (asked: { mechanism?: string | undefined }) =>
  queryOptions({
    queryKey: ['works', asked.mechanism ?? ''],
    queryFn: ({ signal }) => api.get<WorksView>(`/api/works${query(asked)}`, signal),
    gcTime: Infinity,
  });

/** Asked beside the sites, which do not wait for them. */
export const sumsQuery = (asked: { mechanism?: string | undefined; asOf?: string | undefined }) =>
  queryOptions({
    queryKey: ['works', 'sums', asked.mechanism ?? '', asked.asOf ?? ''],
    queryFn: ({ signal }) => api.get<WorksSums>(`/api/works/sums${query(asked)}`, signal),
    gcTime: Infinity,
  });

/** The sites of one category, or of all from a key on, page by page; the first page of all stands in {@link worksQuery}. */
export const sitesQuery = (asked: { mechanism: string; area?: string | undefined; after?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['works', 'sites', asked.mechanism, asked.area ?? null, asked.after ?? ''],
    queryFn: ({ pageParam, signal }) =>
      api.get<SitesPage>(`/api/works/sites${query({ ...asked, after: pageParam })}`, signal),
    initialPageParam: asked.after,
    getNextPageParam: (last) => last.next ?? undefined,
  });
