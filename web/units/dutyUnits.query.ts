import { queryOptions } from '@tanstack/react-query';
import type { DutyUnits } from '../../src/duties/duty.contract.ts';
import { api } from '../api.ts';

/** The units that keep people on duty. */
export const dutyUnitsQuery = queryOptions({
  queryKey: ['duties', 'units'],
  queryFn: ({ signal }) => api.get<DutyUnits>('/api/duties/units', signal),
  // Rules of duty change a few times a year, and every page of the desk asks.
  staleTime: 5 * 60_000,
});
