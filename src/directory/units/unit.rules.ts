import { problem, type Problem, type Uuid } from '../../kernel/index.ts';
import type { EntryAct } from '../../ledger/index.ts';
import type { Located, NewUnit, Unit } from '../contract.ts';
import type { z } from 'zod';

/** A unit after all its acts so far. */
export type UnitState = Omit<Unit, 'id'>;
export type Units = ReadonlyMap<Uuid, Unit>;

/** Folds the acts of a unit. What each is given stands in `contract.ts`, but for `inherit`, which a merger does to the heir. */
export function foldUnit(state: UnitState | null, { kind, given, at }: EntryAct): UnitState {
  if (kind === 'add-unit')
    return { ...(given as Omit<z.output<typeof NewUnit>, 'id'>), retiredAt: null, mergedInto: null, earlier: [] };
  if (!state) throw new Error(`${kind} on a unit that was not added`);
  switch (kind) {
    case 'rename-unit': {
      const { name, shortName } = given as Pick<UnitState, 'name' | 'shortName'>;
      const earlier = [...state.earlier, { name: state.name, shortName: state.shortName, until: at }];
      return {
        ...state,
        name,
        shortName,
        earlier,
        aliases: aliasesOf(state, [state.name, state.shortName], name, shortName),
      };
    }
    case 'amend-unit':
    case 'move-unit':
      return { ...state, ...(given as Partial<UnitState>) };
    case 'locate-unit': {
      const { located: _, ...rest } = state;
      const located = given as Located;
      return located.address || located.phone || located.point ? { ...rest, located } : rest;
    }
    case 'merge-unit':
      return { ...state, parent: given['into'] as Uuid, mergedInto: given['into'] as Uuid, retiredAt: at };
    case 'inherit-unit':
      return { ...state, aliases: aliasesOf(state, given['names'] as string[], state.name, state.shortName) };
    case 'retire-unit':
      return { ...state, retiredAt: at };
    default:
      throw new Error(`no act on a unit: ${kind}`);
  }
}

/** The aliases with more names, each once, and none that is the unit's own name. */
const aliasesOf = (
  { aliases }: UnitState,
  more: readonly (string | null)[],
  name: string,
  shortName: string | null,
): string[] =>
  [...new Set([...aliases, ...more])].filter((one) => one !== null && one !== name && one !== shortName) as string[];

/** Everything that a unit is called. */
export const namesOf = (unit: UnitState): string[] =>
  [unit.name, unit.shortName, ...unit.aliases].filter((one) => one !== null);

/** Whether a unit is another, or stands somewhere below it. */
export function isWithin(units: Units, id: Uuid, above: Uuid): boolean {
  for (let at: Uuid | null | undefined = id; at; at = units.get(at)?.parent) if (at === above) return true;
  return false;
}

/** Why a unit may not stand below another; null when it may. */
export function placeFault(units: Units, id: Uuid, parent: Uuid | null): Problem | null {
  if (parent === null) return null;
  const above = units.get(parent);
  const at = { pointer: '/given/parent' };
  if (!above) return problem('directory.no-such-unit', { unit: parent }, at);
  if (above.retiredAt !== null) return problem('directory.unit-retired', { unit: above.name }, at);
  return isWithin(units, parent, id)
    ? problem('directory.unit-below-itself', { unit: units.get(id)?.name ?? id, below: above.name }, at)
    : null;
}

/** Why a unit may not be merged into another; null when it may. */
export function mergeFault(units: Units, id: Uuid, into: Uuid): Problem | null {
  const heir = units.get(into);
  const at = { pointer: '/given/into' };
  if (!heir) return problem('directory.no-such-unit', { unit: into }, at);
  if (into === id) return problem('directory.unit-into-itself', {}, at);
  return heir.retiredAt === null ? null : problem('directory.unit-retired', { unit: heir.name }, at);
}

/**
 * Why a unit may not be merged away for those who sit in it: it alone oversees the city, and the seats would go to a unit that is itself
 * overseen. Null when another oversees too, or it does not oversee.
 */
export function lastOverseer(
  { name }: Pick<UnitState, 'name'>,
  id: Uuid,
  held: readonly { readonly unit: Uuid | null; readonly role: string }[],
): Problem | null {
  const overseers = held.filter(({ role }) => role === 'supervisor');
  return overseers.length > 0 && overseers.every(({ unit }) => unit === id)
    ? problem('directory.last-overseer', { unit: name })
    : null;
}

/**
 * Where the units below one go when it is merged: under the heir, but the branch on which the heir itself hangs, which takes
 * the place of the merged unit.
 */
export const movesOnMerge = (units: Units, id: Uuid, into: Uuid): { unit: Uuid; parent: Uuid | null }[] =>
  [...units.values()]
    .filter((unit) => unit.parent === id)
    .map((unit) => ({ unit: unit.id, parent: isWithin(units, into, unit.id) ? units.get(id)!.parent : into }));

/** Who has what a merged unit had: its heir, or where that was merged too the heir's own; null where none is left. */
export function heirOf(units: Units, id: Uuid): Uuid | null {
  let unit = units.get(id);
  while (unit?.mergedInto) unit = units.get(unit.mergedInto);
  return unit && unit.id !== id && unit.retiredAt === null ? unit.id : null;
}
