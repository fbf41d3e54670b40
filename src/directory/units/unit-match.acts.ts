import { findCityName } from '../../platform/identity/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { findUnits } from './unit.store.ts';
import { unitMatcher, type UnitMatcher } from './unit-match.rules.ts';

/** The matcher over the units that the city has now; taking names apart is done once for all names that are asked. */
export async function findUnitMatcher(tx: Tx, city: number): Promise<UnitMatcher> {
  const [units, name] = await Promise.all([findUnits(tx, city), findCityName(tx, city)]);
  return unitMatcher(units.values(), name);
}
