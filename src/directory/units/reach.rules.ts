import type { Uuid } from '../../kernel/index.ts';
import type { Unit } from '../contract.ts';

type Tree = ReadonlyMap<Uuid, Pick<Unit, 'parent'>>;

/** A seat's own unit and all below it, as the policies count them; none for a seat above the units. */
export const reachOf = (units: Tree, unit: Uuid | null): Uuid[] => (unit === null ? [] : [unit, ...below(units, unit)]);

function below(units: Tree, of: Uuid): Uuid[] {
  const isBelow = (unit: Uuid): boolean => {
    for (let at = units.get(unit)?.parent ?? null, steps = 0; at !== null && steps <= units.size; steps++) {
      if (at === of) return true;
      at = units.get(at)?.parent ?? null;
    }
    return false;
  };
  return [...units.keys()].filter(isBelow);
}
