import { findCaller, findSeats } from '../../directory/index.ts';
import { dayOf, refuse, workdaysBetween, type Calendar } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import { countNamed, findNamedTodos } from '../helpers/named.ts';
import { addUp, countSeat, endsOf } from '../lists/workbench.ts';
import type { TodoCounts } from '../lists/workbench.store.ts';
import { countHands } from './hand.store.ts';
import { handSeats } from './hand-seats.ts';
import type { Hands, Owed, SeatsOwed } from './hands.contract.ts';

const NOTHING: TodoCounts = { total: 0, overdue: 0, today: 0, week: 0, worst: null };

/**
 * Who in a head's unit, and in those below it, has how much in hand, the latest first, and what nobody has. Counts what the
 * head's workbench lists. What is sealed and waits for this very head by name is in their own hand, as in their workbench; what waits for a
 * colleague who is named is counted nowhere here (ADR 588). Refuses everybody else (403): a colleague's pile is their own and their head's affair.
 */
export async function hands(tx: Tx, caller: Caller, now: Date): Promise<Hands> {
  if (caller.role !== 'head') return refuse('matter.hands-not-yours', {}, { status: 403 });
  const [seats, calendar, sealed] = await Promise.all([
    handSeats(tx, caller, now),
    calendarOf(tx, caller.city, now),
    findNamedTodos(tx, caller, now, false),
  ]);
  const at = { city: caller.city, now, ...endsOf(now) };
  const counts = await countHands(tx, caller, seats, at);
  // What was raised to the head is counted among theirs already, sealed or not.
  const named = countNamed(
    sealed.filter(({ state }) => state.raised?.seat !== caller.seat),
    at,
  );
  const of = (seat: string | null): TodoCounts => {
    const count = counts.find(({ hand }) => hand === seat) ?? NOTHING;
    return seat === caller.seat ? addUp(count, named) : count;
  };
  const rows = seats.map(({ seat, name, title, unit }) => {
    const count = of(seat);
    return { at: count.worst?.getTime() ?? Infinity, row: { seat, name, title, unit, ...owed(count, now, calendar) } };
  });
  rows.sort((a, b) => (a.at === b.at ? b.row.total - a.row.total : a.at - b.at));
  return { rows: rows.map(({ row }) => row), nobody: owed(of(null), now, calendar), sealed: sealed.length };
}

/**
 * What each seat of the caller's account owes, as its own workbench counts it: each is counted as that seat, under its own
 * rights.
 */
export async function seatsOwed(pool: Pool, { city, account }: Caller, now: Date): Promise<SeatsOwed> {
  const seats = await findSeats(pool, city, account, now);
  const rows = seats.map(async ({ id }) => {
    const seated = await findCaller(pool, city, account, id, now);
    if (!seated) return [];
    return transact(pool, seated, async (tx) => {
      const [count, calendar] = await Promise.all([countSeat(tx, seated, now), calendarOf(tx, city, now)]);
      return [{ seat: id, ...owed(count, now, calendar) }];
    });
  });
  return { rows: (await Promise.all(rows)).flat() };
}

/** After the close of business of the due day it is late, though no working day has passed: by one, as its slip says. */
function owed({ worst, ...counts }: TodoCounts, now: Date, calendar: Calendar): Owed {
  const late = worst !== null && worst < now;
  return {
    total: counts.total,
    overdue: counts.overdue,
    today: counts.today,
    week: counts.week,
    workdaysLate: late ? Math.max(1, workdaysBetween(calendar, dayOf(worst), dayOf(now))) : null,
  };
}
