import { addDays, calendarDay, dayNumber, refuse, type Day } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { dueByDay } from './agenda.store.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import type { Agenda } from './agenda.contract.ts';
import type { CalendarDays } from '../calendars/calendar.contract.ts';
import { OVERSEERS } from '../matter.policy.ts';
import { rowOf, viewer } from '../lists/row.rules.ts';

/** Six weeks, as a month on the wall begins and ends within a week. */
const MOST_DAYS = 42;
const MOST_CALENDAR_DAYS = 400;
/** Of a day that has more, the first: the list of that day shows all of them. */
const ROWS_A_DAY = 4;

type Span = { readonly from: Day; readonly until: Day };

/**
 * What falls due on which day, of what is still open: a unit's own deadlines, or the whole city's for whoever stands above
 * the units. Refuses `matter.span-wrong` (400) for days the wrong way round or more than six weeks.
 */
export async function agenda(tx: Tx, caller: Caller, span: Span, now: Date): Promise<Agenda> {
  const days = daysOf(span, MOST_DAYS);
  const mine = OVERSEERS.includes(caller.role) || caller.units.length === 0 ? null : caller.units;
  const [calendar, due] = await Promise.all([
    calendarOf(tx, caller.city, now),
    dueByDay(tx, { city: caller.city, ...span, most: ROWS_A_DAY }, mine),
  ]);
  const dueOn = new Map(due.map((each) => [each.day, each]));
  return {
    days: days.map((day) => ({
      ...calendarDay(calendar, day),
      count: dueOn.get(day)?.count ?? 0,
      rows: (dueOn.get(day)?.first ?? []).map(({ id, state }) =>
        rowOf(id, state, now, calendar, viewer(caller, state)),
      ),
    })),
  };
}

/**
 * The city's working calendar, day by day. Refuses `matter.span-wrong` (400) for days the wrong way round or more than 400 of
 * them.
 */
export async function calendarDays(tx: Tx, city: number, span: Span, now: Date): Promise<CalendarDays> {
  const days = daysOf(span, MOST_CALENDAR_DAYS);
  const calendar = await calendarOf(tx, city, now);
  return { version: calendar.version, days: days.map((day) => calendarDay(calendar, day)) };
}

function daysOf({ from, until }: Span, most: number): Day[] {
  const count = dayNumber(until) - dayNumber(from) + 1;
  if (count < 1 || count > most) refuse('matter.span-wrong', { from, until, most }, { status: 400, pointer: '?until' });
  return Array.from({ length: count }, (_, n) => addDays(from, n));
}
