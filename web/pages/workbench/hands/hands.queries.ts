import { queryOptions } from '@tanstack/react-query';
import type { Hands } from '../../../../src/matters/hands/hands.contract.ts';
import { api } from '../../../api.ts';

/** Who in my unit has how much in hand; read again with the workbench above which it stands. */
export const handsQuery = queryOptions({
  queryKey: ['workbench', '#hands'],
  queryFn: ({ signal }) => api.get<Hands>('/api/workbench/hands', signal),
});
