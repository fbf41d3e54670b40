import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { RoundPage } from '../../../../src/matters/rounds/round.contract.ts';
import { api } from '../../../api.ts';

/** The latest meetings, newest first. */
export const roundsQuery = queryOptions({
  queryKey: ['rounds', 'latest'],
  queryFn: ({ signal }) => api.get<z.infer<typeof RoundPage>>('/api/rounds', signal),
});
