import { refuse, type Uuid } from '../kernel/index.ts';
import type { Caller, SeatChoice } from '../platform/identity/contract.ts';
import type { Pool, Schema, Tx } from '../platform/postgres/index.ts';
import type { NewSeat, NewUnit, Unit } from './contract.ts';
import type { z } from 'zod';

const version = { name: 'directory.unit-version', text: 'select version from unit_version where city = $1' };
const units = {
  name: 'directory.units',
  text: `select id, parent, name, short_name as "shortName", aliases, kind, sort, retired_at as "retiredAt" from unit
    where city = $1 order by sort, name collate "zh-x-icu", id`,
};
type UnitRow = Omit<Unit, 'retiredAt'> & { retiredAt: Date | null };

/** Units read before, by the version that they had. Versions are random, so those of two databases never meet. */
const kept = new Map<string, ReadonlyMap<Uuid, Unit>>();
const KEPT_VERSIONS = 64;

/**
 * All units of the city, retired ones too, by id, in the order of protocol. Reads one row when none has changed since this
 * process read them last: an act asks for them, and reading some hundreds each time would be most of its cost.
 */
export async function findUnits(tx: Tx, city: number): Promise<ReadonlyMap<Uuid, Unit>> {
  const [row] = await tx.run<{ version: string }>(version, [city]);
  if (!row) return new Map();
  const known = kept.get(row.version);
  if (known) return known;
  const rows = await tx.run<UnitRow>(units, [city]);
  const read = new Map(rows.map((unit) => [unit.id, { ...unit, retiredAt: unit.retiredAt?.toISOString() ?? null }]));
  // The units may be newer than the version, never older; a version that is over is not asked for again.
  if (kept.size >= KEPT_VERSIONS) kept.delete(kept.keys().next().value!);
  kept.set(row.version, read);
  return read;
}

/** Adds units; parents may stand among them. */
export async function insertUnits(tx: Tx, city: number, given: readonly z.output<typeof NewUnit>[]): Promise<void> {
  if (given.length === 0) return;
  const rows = given.map(({ shortName, ...unit }) => ({ city, ...unit, short_name: shortName }));
  const insert = tx.db.insertInto('unit').values(rows);
  // One that is there under its own id was added by the same request before.
  await unlessTaken(insert.onConflict((on) => on.columns(['city', 'id']).doNothing()).execute());
}

/** What of a unit may change; its earlier name goes into `aliases`. */
type UnitChange = Partial<Pick<Schema['unit'], 'name' | 'short_name' | 'retired_at'>> & { aliases?: string[] };

export async function updateUnit(tx: Tx, city: number, id: Uuid, change: UnitChange): Promise<void> {
  await unlessTaken(tx.db.updateTable('unit').set(change).where('city', '=', city).where('id', '=', id).execute());
}

/** Two who take one name at once: the acts ask before, the index decides. */
async function unlessTaken(written: Promise<unknown>): Promise<void> {
  try {
    await written;
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'unit_name') throw error;
    refuse('directory.name-taken', {}, { status: 409, pointer: '/name' });
  }
}

/** Opens a seat; one that is there under its own id was opened by the same request before. */
export async function insertSeat(tx: Tx, city: number, seat: z.output<typeof NewSeat>, from: Date): Promise<void> {
  const row = { city, ...seat, from_at: from };
  const insert = tx.db.insertInto('seat').values(row);
  try {
    await insert.onConflict((on) => on.columns(['city', 'id']).doNothing()).execute();
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'seat_city_account_fkey') throw error;
    refuse('directory.no-such-account', { account: seat.account }, { pointer: '/account' });
  }
}

/** Ends a seat; false when it is not there or had ended before. */
export async function endSeatAt(tx: Tx, city: number, id: Uuid, at: Date): Promise<boolean> {
  const ended = await tx.db
    .updateTable('seat')
    .set({ until_at: at })
    .where('city', '=', city)
    .where('id', '=', id)
    .where('until_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}

const seats = { name: 'directory.seats', text: 'select * from find_seats($1, $2, $3)' };

/**
 * The seats that an account holds at a moment, the one that is taken when none is chosen first. Outside any transaction, as
 * {@link findCaller}: a person chooses a seat before being anybody.
 */
export async function findSeats(pool: Pool, city: number, account: Uuid, now: Date): Promise<SeatChoice[]> {
  return (await pool.query<SeatChoice>({ ...seats, values: [city, account, now] })).rows;
}

const caller = { name: 'directory.caller', text: 'select * from find_caller($1, $2, $3, $4)' };

/**
 * Who an account is on a seat, or with null on the first of its seats: the caller for policies and row-level security. `units`
 * are the seat's unit and all below it. Undefined when it holds no such seat at that moment or is disabled. One statement
 * outside any transaction, as it is asked with every request before anybody is known.
 */
export async function findCaller(
  pool: Pool,
  city: number,
  account: Uuid,
  seat: Uuid | null,
  now: Date,
): Promise<Caller | undefined> {
  const found = await pool.query<Caller>({ ...caller, values: [city, account, seat, now] });
  return found.rows[0];
}

const seatNames = {
  name: 'directory.seat-names',
  text: `select s.id, a.name, s.title, s.unit from seat s join account a on a.city = s.city and a.id = s.account
    where s.city = $1 and s.id = any ($2::uuid[])`,
};
/** Who sits, or sat, on a seat. */
export type SeatName = { readonly id: Uuid; readonly name: string; readonly title: string; readonly unit: Uuid | null };

/** The people of these seats, for a story of acts; ended seats too. */
export async function findSeatNames(tx: Tx, city: number, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, SeatName>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.run<SeatName>(seatNames, [city, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}
