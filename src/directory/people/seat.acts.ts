import { refuse, uuidv7, type Uuid } from '../../kernel/index.ts';
import { beginChange, findEntry, record, type Change } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { SystemCaller, Tx } from '../../platform/postgres/index.ts';
import { allow } from '../directory.policy.ts';
import { NewSeat, type Seat, type SeatAct } from './people.contract.ts';
import { sittingOf } from './seat.rules.ts';
import { listSeats, seatNoun } from './seat.store.ts';
import { findUnits } from '../units/unit.store.ts';

type Who = Caller | SystemCaller;

/**
 * Lets an account act from now on in a role, for a unit or above the units. Throws `directory.no-such-account`,
 * `directory.no-such-unit`, `directory.unit-retired`, and `directory.role-needs-unit` where the role belongs to a unit.
 */
export const openSeat = (tx: Tx, who: Who, given: NewSeat, now: Date): Promise<void> =>
  openSeats(tx, who, [given], now);

/** Opens many seats at once, all or none; those that were opened by the same request before are passed over. See {@link openSeat}. */
export async function openSeats(tx: Tx, who: Who, given: readonly NewSeat[], now: Date): Promise<void> {
  allow(who, 'seat.open');
  const fresh: Change[] = [];
  for (const one of given) {
    const { id, ...seat } = NewSeat.parse(one);
    const change = { entry: id, id, kind: seatNoun.opens, given: seat };
    if ((await beginChange(tx, who, change)) === 'done') continue;
    await refusePlace(tx, who.city, seat);
    fresh.push(change);
  }
  await record(tx, who, seatNoun, fresh, now);
}

async function refusePlace(tx: Tx, city: number, { unit: id, role }: Pick<Seat, 'unit' | 'role'>): Promise<void> {
  if (id !== null) {
    const unit = (await findUnits(tx, city)).get(id);
    if (!unit) refuse('directory.no-such-unit', { unit: id }, { pointer: '/unit' });
    if (unit.retiredAt !== null) refuse('directory.unit-retired', { unit: unit.name }, { pointer: '/unit' });
  } else if (role === 'handler' || role === 'head') refuse('directory.role-needs-unit', {}, { pointer: '/unit' });
}

/**
 * Does one act to a seat: hands it over, gives it another title, ends it. Whoever sat on it is refused from their next request
 * on; what hangs on the seat stays with it. Throws `directory.no-such-seat` (404), `directory.seat-held-already` when it is
 * handed to who sits there, `directory.not-your-own-seat` when it is the very seat that one acts from.
 */
export async function changeSeat(tx: Tx, who: Who, id: Uuid, act: SeatAct, now: Date): Promise<void> {
  allow(who, `seat.${act.kind}`);
  const change: Change = { entry: id, id: act.id, kind: `${act.kind}-seat`, given: act.given };
  if ((await beginChange(tx, who, change)) === 'done') return;
  const seat = await findEntry(tx, who.city, seatNoun, id);
  if (!seat || seat.until !== null) return refuse('directory.no-such-seat', { seat: id }, { status: 404 });
  // Nobody would be left to undo it.
  if (act.kind !== 'retitle' && !('system' in who) && who.seat === id) refuse('directory.not-your-own-seat');
  if (act.kind === 'hand-over' && sittingOf(seat).account === act.given.account)
    refuse('directory.seat-held-already', {}, { pointer: '/given/account' });
  await record(tx, who, seatNoun, [change], now);
}

/** The seats that are held now: of one unit, or of all the city. */
export const seatsHeld = async (tx: Tx, city: number, of: { unit?: Uuid }): Promise<Seat[]> =>
  (await listSeats(tx, city, of)).filter(({ until }) => until === null);

/** Brings the seats of one unit to another, as part of a merger: who sits there, sits on. */
export async function moveSeats(tx: Tx, who: Who, from: Uuid, to: Uuid, now: Date): Promise<void> {
  const seats = await seatsHeld(tx, who.city, { unit: from });
  const changes = seats.map(({ id }) => ({ entry: id, id: uuidv7(now), kind: 'move-seat', given: { unit: to } }));
  await record(tx, who, seatNoun, changes, now);
}
