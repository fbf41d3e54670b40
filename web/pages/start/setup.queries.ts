import { queryOptions } from '@tanstack/react-query';
import type { SetupState } from '../../../src/founding/contract.ts';
import { api } from '../../api.ts';

/** Whether there is no city yet. Asked once a visit: a door that is closed stays closed. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => api.get<SetupState>('/api/setup', signal),
  staleTime: Infinity,
  retry: false,
});
