import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readNotices, unreadQuery } from './notices.ts';

/** Whoever has a matter before them need not be told of it any more. Asks nothing of the server while nothing is unread. */
export function useMatterRead(matter: string): void {
  const queries = useQueryClient();
  const { data } = useQuery(unreadQuery);
  const any = (data?.count ?? 0) > 0;
  useEffect(() => {
    if (any) void readNotices(queries, { matter }).catch(() => undefined);
  }, [queries, matter, any]);
}
