import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Unit } from '../../src/directory/contract.ts';
import { api } from '../api.ts';

/** All units of the city: a few hundred, read once and kept. */
export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => api.get<{ rows: Unit[] }>('/api/units', signal),
  staleTime: 30 * 60_000,
  select: ({ rows }) => rows,
});

/** The units, and a unit's name by its id (`…` while they are not here yet). */
export function useUnits() {
  const { data } = useQuery(unitsQuery);
  return useMemo(() => {
    const units = data ?? [];
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    const unitName = (id: string): string => byId.get(id)?.shortName ?? byId.get(id)?.name ?? '…';
    return { units, byId, unitName };
  }, [data]);
}
