import { queryOptions } from '@tanstack/react-query';
import type { FirstSteps } from '../../../src/founding/contract.ts';
import { api } from '../../api.ts';

/** How far a new city has come; an administrator's. */
export const firstStepsQuery = queryOptions({
  queryKey: ['first-steps'],
  queryFn: ({ signal }) => api.get<FirstSteps>('/api/setup/steps', signal),
});
