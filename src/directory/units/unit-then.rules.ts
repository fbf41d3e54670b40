import type { Unit } from '../contract.ts';

/** What a unit was called at a moment (ISO 8601, UTC): a paper shows the names of its day. */
export function nameThen(unit: Unit, at: string): { name: string; shortName: string | null } {
  return unit.earlier.find(({ until }) => at < until) ?? { name: unit.name, shortName: unit.shortName };
}
