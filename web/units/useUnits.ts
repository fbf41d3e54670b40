import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ListedUnit } from '../../src/directory/contract.ts';
import { nameThen } from '../../src/directory/units/unit-then.rules.ts';
import { api } from '../api.ts';

/** All units of the city: a few hundred, read once and kept. */
export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => api.get<{ rows: ListedUnit[] }>('/api/units', signal),
  staleTime: 30 * 60_000,
  select: ({ rows }) => rows,
});

/**
 * The units, and a unit's name by its id (`…` while they are not here yet): as it is called now, or on a paper as it was called
 * then, `at`. `here`: whether they have come; until then it is not known that a city has none.
 */
export function useUnits(at: string | null = null) {
  const { data } = useQuery(unitsQuery);
  return useMemo(() => {
    const units = data ?? [];
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    const unitName = (id: string): string => {
      const unit = byId.get(id);
      if (!unit) return '…';
      const { name, shortName } = at === null ? unit : nameThen(unit, at);
      return shortName ?? name;
    };
    return { units, byId, unitName, here: data !== undefined };
  }, [data, at]);
}
