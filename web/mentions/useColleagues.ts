import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Colleagues } from '../../src/matters/mentions/mention.contract.ts';
import { api, query } from '../api.ts';

/** Whom one may mention in a matter by these letters, and whom not; null asks for nobody, and nothing is known before the answer. */
export function useColleagues(matter: string, q: string | null): Colleagues | null {
  const { data } = useQuery({
    queryKey: ['colleagues', matter, q],
    queryFn: ({ signal }) => api.get<Colleagues>(`/api/matters/${matter}/colleagues${query({ q: q ?? '' })}`, signal),
    enabled: q !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return (q !== null && data) || null;
}
