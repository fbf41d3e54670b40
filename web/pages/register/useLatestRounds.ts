import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { RoundPage, RoundRow } from '../../../src/matters/rounds/round.contract.ts';
import { api } from '../../api.ts';

const NONE: RoundRow[] = [];

/** The latest meetings, newest first; a matter is seldom added to an older one. */
export function useLatestRounds(): RoundRow[] {
  const { data } = useQuery({
    queryKey: ['rounds', 'latest'],
    queryFn: ({ signal }) => api.get<z.infer<typeof RoundPage>>('/api/rounds', signal),
  });
  return data?.rows ?? NONE;
}
