import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Readers } from '../../../../src/matters/reads/read.contract.ts';
import { api } from '../../../api.ts';

const path = (matter: string) => `/api/matters/${matter}/reads`;

const readsQuery = (matter: string) =>
  queryOptions({ queryKey: ['reads', matter], queryFn: ({ signal }) => api.get<Readers>(path(matter), signal) });

/** So long a matter must have stood on a visible page to count as read: whoever walks past it along a list has not. */
const SHOWN_MS = 1000;

/** Who has read this matter; and says so of oneself, once for each newest act that is really shown. */
export function useReads({ id, seq }: { id: string; seq: number }): Readers | undefined {
  const queries = useQueryClient();
  const { data } = useQuery(readsQuery(id));
  const behind = data !== undefined && data.mine < seq;
  useEffect(() => {
    if (!behind) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = async () => {
      const readers = await api.post<Readers>(path(id), { upTo: seq });
      queries.setQueryData(readsQuery(id).queryKey, readers);
    };
    const look = () => {
      clearTimeout(timer);
      // Not noted for want of a line, it is with the next act, or the next time.
      if (document.visibilityState === 'visible')
        timer = setTimeout(() => void note().catch(() => undefined), SHOWN_MS);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [queries, id, seq, behind]);
  return data;
}
