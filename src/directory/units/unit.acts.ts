import { canonicalJson, refuse, Refusal, uuidsInOrder, uuidv7, type Problem, type Uuid } from '../../kernel/index.ts';
import { beginChange, holdRegister, readStream, record, type Change } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { SystemCaller, Tx } from '../../platform/postgres/index.ts';
import { NewUnit, type Located, type Merging, type Unit, type UnitAct } from '../contract.ts';
import { allow } from '../directory.policy.ts';
import { moveSeats, seatsHeld } from '../people/seat.acts.ts';
import {
  heirOf,
  isWithin,
  lastOverseer,
  mergeFault,
  movesOnMerge,
  namesOf,
  placeFault,
  type Units,
} from './unit.rules.ts';
import { findUnits, unitNoun } from './unit.store.ts';

type Who = Caller | SystemCaller;

/**
 * Adds units, parents before or among their children. Those that were added by the same request before are passed over.
 * Throws `directory.name-taken` (409) when another unit of the city has the name, `directory.no-such-unit` when a parent is
 * nowhere, `directory.unit-retired` when it is retired.
 */
export async function addUnits(tx: Tx, who: Who, given: readonly NewUnit[], now: Date): Promise<void> {
  allow(who, 'unit.add');
  const asked = given.map((unit) => NewUnit.parse(unit));
  const fresh: Change[] = [];
  for (const { id, ...unit } of asked) {
    const change = { entry: id, id, kind: unitNoun.opens, given: unit };
    if ((await beginChange(tx, who, change)) === 'new') fresh.push(change);
  }
  const known = await findUnits(tx, who.city);
  const added = new Set(fresh.map(({ id }) => id));
  for (const { id, parent, name } of asked.filter((unit) => added.has(unit.id))) {
    if (parent !== null && !added.has(parent)) {
      const above = known.get(parent);
      if (!above) refuse('directory.no-such-unit', { unit: parent }, { pointer: '/parent' });
      if (above.retiredAt !== null) refuse('directory.unit-retired', { unit: above.name }, { pointer: '/parent' });
    }
    refuseTaken(known, name, id, '/name');
  }
  await record(tx, who, unitNoun, fresh, now);
}

/**
 * Says of many units at once where they are found, each by an act of its own: of units that were added in this very transaction. A unit that has
 * it so already is passed over. Throws `directory.no-such-unit`.
 */
export async function locateUnits(
  tx: Tx,
  who: Who,
  given: readonly { readonly unit: Uuid; readonly to: Located }[],
  now: Date,
): Promise<void> {
  if (given.length === 0) return;
  allow(who, 'unit.locate');
  const ids = uuidsInOrder(now, given.length);
  const asked = given.map(({ unit, to }, n): Change => ({ entry: unit, id: ids[n]!, kind: 'locate-unit', given: to }));
  await holdRegister(tx, who.city);
  const units = await findUnits(tx, who.city);
  const fresh = asked.filter(({ entry, given: to }) => {
    const { located } = units.get(entry) ?? refuse('directory.no-such-unit', { unit: entry });
    return located === undefined || canonicalJson(located) !== canonicalJson(to);
  });
  await record(tx, who, unitNoun, fresh, now);
}

/** What came of an act on a unit. `merged` is for whoever hands the open work to the heir. */
export type UnitDone = { readonly merged: boolean };

/**
 * Does one act to a unit: renames it, amends what it is, says where it is found, moves it in the tree, merges it into another, retires it. Sent again
 * it is done once. Throws `directory.no-such-unit` (404), `directory.unit-retired`, and what the act itself cannot be.
 */
export async function changeUnit(tx: Tx, who: Who, id: Uuid, act: UnitAct, now: Date): Promise<UnitDone> {
  allow(who, `unit.${act.kind}`);
  const change: Change = { entry: id, id: act.id, kind: `${act.kind}-unit`, given: act.given };
  if ((await beginChange(tx, who, change)) === 'done') return { merged: false };
  const units = await findUnits(tx, who.city);
  const unit = units.get(id) ?? refuse('directory.no-such-unit', { unit: id }, { status: 404 });
  if (unit.retiredAt !== null) refuse('directory.unit-retired', { unit: unit.name }, { status: 409 });
  switch (act.kind) {
    case 'rename':
      refuseTaken(units, act.given.name, id, '/given/name');
      break;
    case 'amend':
    case 'locate':
      break;
    case 'move':
      refuseFault(placeFault(units, id, act.given.parent));
      break;
    case 'merge':
      refuseFault(mergeFault(units, id, act.given.into));
      refuseFault(lastOverseer(unit, id, await seatsHeld(tx, who.city, {})));
      return merge(tx, who, { units, unit, into: act.given.into, change }, now);
    case 'retire':
      await refuseRetiring(tx, who.city, units, unit);
  }
  await record(tx, who, unitNoun, [change], now);
  return { merged: false };
}

type Merger = { units: Units; unit: Unit; into: Uuid; change: Change };

/** A unit's end in another: its names lead to the heir, its seats and the units below it go there, each by an act of its own. */
async function merge(tx: Tx, who: Who, { units, unit, into, change }: Merger, now: Date): Promise<UnitDone> {
  const also = (entry: Uuid, kind: string, given: object): Change => ({ entry, id: uuidv7(now), kind, given });
  const moves = movesOnMerge(units, unit.id, into).map(({ unit: moved, parent }) =>
    also(moved, 'move-unit', { parent }),
  );
  // An heir from below leaves the merged unit first, or the two would stand below each other.
  const inherits = also(into, 'inherit-unit', { unit: unit.id, names: namesOf(unit) });
  await record(tx, who, unitNoun, [...moves, change, inherits], now);
  await moveSeats(tx, who, unit.id, into, now);
  return { merged: true };
}

/**
 * What goes with a unit that is merged into another, and cannot be brought back: told before it is done. Throws what the merger
 * itself would be refused for.
 */
export async function findMerging(tx: Tx, who: Who, id: Uuid, into: Uuid): Promise<Omit<Merging, 'matters'>> {
  allow(who, 'unit.merge');
  const units = await findUnits(tx, who.city);
  const unit = units.get(id) ?? refuse('directory.no-such-unit', { unit: id }, { status: 404 });
  refuseFault(mergeFault(units, id, into));
  const seats = await seatsHeld(tx, who.city, {});
  refuseFault(lastOverseer(unit, id, seats));
  return {
    seats: seats.filter((seat) => seat.unit === id).length,
    units: [...units.values()].filter((other) => other.id !== id && !other.retiredAt && isWithin(units, other.id, id))
      .length,
    // Those of the unit that goes, then those of the one that stays.
    heads: [id, into]
      .flatMap((of) => seats.filter((seat) => seat.role === 'head' && seat.unit === of))
      .map(({ name }) => name),
  };
}

/** Every unit that was merged with who has its work now, and the seat that merged it. */
export async function findSuccessions(
  tx: Tx,
  city: number,
): Promise<{ readonly unit: Uuid; readonly heir: Uuid; readonly seat: Uuid | null }[]> {
  const units = await findUnits(tx, city);
  const found = [];
  for (const { id: unit, mergedInto } of units.values()) {
    const heir = mergedInto && heirOf(units, unit);
    if (!heir) continue;
    // The merger is the last act of a unit's life.
    const acts = await readStream(tx, city, unit, { limit: MOST_ACTS });
    found.push({ unit, heir, seat: acts.at(-1)?.seat ?? null });
  }
  return found;
}
const MOST_ACTS = 10_000;

async function refuseRetiring(tx: Tx, city: number, units: Units, unit: Unit): Promise<void> {
  const below = [...units.values()].find(
    (other) => other.id !== unit.id && other.retiredAt === null && isWithin(units, other.id, unit.id),
  );
  if (below) refuse('directory.unit-has-units', { unit: unit.name, below: below.name });
  const [seat] = await seatsHeld(tx, city, { unit: unit.id });
  if (seat) refuse('directory.unit-has-seats', { unit: unit.name, name: seat.name });
}

function refuseFault(fault: Problem | null): void {
  if (fault) throw new Refusal(fault);
}

function refuseTaken(known: Units, name: string, by: Uuid, pointer: string): void {
  const holder = [...known.values()].find((unit) => unit.name === name && unit.retiredAt === null && unit.id !== by);
  if (holder) refuse('directory.name-taken', {}, { status: 409, pointer });
}
