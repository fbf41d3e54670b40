import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { NoticeDigest, NoticePage, ReadNotices, Unread } from '../../src/notices/contract.ts';
import { api, query } from '../api.ts';

/** How often the bell asks by itself. */
const EVERY_MS = 60_000;

export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread'],
  queryFn: ({ signal }) => api.get<Unread>('/api/notices/unread', signal),
  refetchInterval: EVERY_MS,
});

/** What this seat was told, the newest first; with `unread` only what was not read. */
export const noticesQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notices', 'list', unread],
    queryFn: ({ pageParam, signal }) =>
      api.get<NoticePage>(
        `/api/notices${query({ unread: unread ? '1' : undefined, after: pageParam ?? undefined })}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: 0,
  });

/** What of it is unread and still so, the worst first. */
export const digestQuery = queryOptions({
  queryKey: ['notices', 'list', 'digest'],
  queryFn: ({ signal }) => api.get<NoticeDigest>('/api/notices/digest', signal),
  staleTime: 0,
});

/** Marks as read, and lets the bell and the lists know. */
export async function readNotices(queries: QueryClient, what: ReadNotices): Promise<void> {
  const left = await api.post<Unread>('/api/notices/read', what);
  queries.setQueryData(unreadQuery.queryKey, left);
  await queries.invalidateQueries({ queryKey: ['notices', 'list'] });
}
