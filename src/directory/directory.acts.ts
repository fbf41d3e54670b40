import { Refusal, refuse, type Uuid } from '../kernel/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { SystemCaller, Tx } from '../platform/postgres/index.ts';
import { NewSeat, NewUnit, RenameUnit, type Unit } from './contract.ts';
import { whyNot, type DirectoryAct } from './directory.policy.ts';
import { endSeatAt, findUnits, insertSeat, insertUnits, updateUnit } from './directory.store.ts';

type Who = Caller | SystemCaller;

/**
 * Adds units, parents before or among their children. Throws `directory.name-taken` (409) when another unit of the city has
 * the name, `directory.no-such-unit` when a parent is nowhere.
 */
export async function addUnits(tx: Tx, who: Who, given: readonly NewUnit[]): Promise<void> {
  allow(who, 'unit.add');
  const added = given.map((unit) => NewUnit.parse(unit));
  const known = await findUnits(tx, who.city);
  const ids = new Set([...known.keys(), ...added.map((unit) => unit.id)]);
  const orphan = added.find((unit) => unit.parent !== null && !ids.has(unit.parent));
  if (orphan) refuse('directory.no-such-unit', { unit: orphan.parent }, { pointer: '/parent' });
  for (const { name, id } of added) refuseTaken(known, name, id);
  await insertUnits(tx, who.city, added);
}

/** Gives a unit another name; the earlier one stays an alias, so that older papers still find it. */
export async function renameUnit(
  tx: Tx,
  who: Who,
  id: Uuid,
  given: { name: string; shortName?: string | null },
): Promise<void> {
  allow(who, 'unit.rename');
  const { name, shortName } = RenameUnit.parse(given);
  const known = await findUnits(tx, who.city);
  const unit = getUnit(known, id);
  refuseTaken(known, name, id);
  const earlier = [...unit.aliases, unit.name, unit.shortName].filter((alias) => alias !== null);
  const aliases = [...new Set(earlier)].filter((alias) => alias !== name && alias !== shortName);
  await updateUnit(tx, who.city, id, { name, short_name: shortName, aliases });
}

/** Ends a unit. It stays in the directory, as acts refer to it; nothing new can be assigned to it. */
export async function retireUnit(tx: Tx, who: Who, id: Uuid, now: Date): Promise<void> {
  allow(who, 'unit.retire');
  const known = await findUnits(tx, who.city);
  if (getUnit(known, id).retiredAt !== null) return;
  const below = [...known.values()].find((unit) => unit.parent === id && unit.retiredAt === null);
  if (below) refuse('directory.unit-has-units', { unit: known.get(id)!.name, below: below.name });
  await updateUnit(tx, who.city, id, { retired_at: now });
}

/** Lets an account act from now on in a role, for a unit or above the units. */
export async function openSeat(tx: Tx, who: Who, given: NewSeat, now: Date): Promise<void> {
  allow(who, 'seat.open');
  const seat = NewSeat.parse(given);
  if (seat.unit !== null) getUnit(await findUnits(tx, who.city), seat.unit);
  else if (seat.role === 'handler' || seat.role === 'head') refuse('directory.role-needs-unit', { role: seat.role });
  await insertSeat(tx, who.city, seat, now);
}

/** Ends a seat: whoever sat on it is refused from their next request on. */
export async function endSeat(tx: Tx, who: Who, id: Uuid, now: Date): Promise<void> {
  allow(who, 'seat.end');
  if (!(await endSeatAt(tx, who.city, id, now))) refuse('directory.no-such-seat', { seat: id }, { status: 404 });
}

function allow(who: Who, act: DirectoryAct): void {
  const why = whyNot(who, act);
  if (why) throw new Refusal(why);
}

const getUnit = (known: ReadonlyMap<Uuid, Unit>, id: Uuid): Unit =>
  known.get(id) ?? refuse('directory.no-such-unit', { unit: id }, { status: 404 });

function refuseTaken(known: ReadonlyMap<Uuid, Unit>, name: string, by?: Uuid): void {
  const holder = [...known.values()].find((unit) => unit.name === name && unit.retiredAt === null && unit.id !== by);
  if (holder) refuse('directory.name-taken', {}, { status: 409, pointer: '/name' });
}
