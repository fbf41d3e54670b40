import { queryOptions } from '@tanstack/react-query';
import type { Brief } from '../../../../src/matters/brief/brief.contract.ts';
import { api } from '../../../api.ts';

/** What waits for one's own word and what is latest; read again with the workbench above which it stands. */
export const briefQuery = queryOptions({
  queryKey: ['workbench', '#brief'],
  queryFn: ({ signal }) => api.get<Brief>('/api/brief', signal),
});
