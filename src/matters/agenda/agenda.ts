import {
  addDays,
  calendarDay,
  dayNumber,
  refuse,
  refuseOffCalendar,
  type Calendar,
  type Day,
  type Uuid,
} from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { dueByDay } from './agenda.store.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import type { Mechanism, RecurRule } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import { mechanismsOf } from '../mechanisms/mechanism.store.ts';
import { beginnings, goesOn } from '../recurrence/recurrence.rules.ts';
import { findSoon } from '../recurrence/recurrence.store.ts';
import type { Agenda, Begins } from './agenda.contract.ts';
import type { CalendarDays } from '../calendars/calendar.contract.ts';
import { OVERSEERS } from '../matter.policy.ts';
import { rowOf, viewer } from '../lists/row.rules.ts';

/** What recurs below so many matters, those of which something begins soonest. */
const MOST_RECURRING = 200;
/** Six weeks, as a month on the wall begins and ends within a week. */
const MOST_DAYS = 42;
const MOST_CALENDAR_DAYS = 400;
/** Of a day that has more, the first: the list of that day shows all of them. */
const ROWS_A_DAY = 4;
const BEGINS_A_DAY = 3;

type Span = { readonly from: Day; readonly until: Day };

/**
 * What falls due on which day, of what is still open: a unit's own deadlines, or the whole city's for whoever stands above
 * the units. Refuses `matter.span-wrong` (400) for days the wrong way round or more than six weeks.
 */
export async function agenda(tx: Tx, caller: Caller, span: Span, now: Date): Promise<Agenda> {
  const days = daysOf(span, MOST_DAYS);
  const mine = OVERSEERS.includes(caller.role) || caller.units.length === 0 ? null : caller.units;
  const [calendar, due, soon] = await Promise.all([
    calendarOf(tx, caller.city, now),
    dueByDay(tx, { city: caller.city, ...span, most: ROWS_A_DAY }, mine),
    findSoon(tx, caller.city, span.until, mine, MOST_RECURRING + 1),
  ]);
  const dueOn = new Map(due.map((each) => [each.day, each]));
  const under = await mechanismsOf(
    tx,
    caller.city,
    soon.map(({ state }) => state),
  );
  const daysOfRule = upTo(span.until, calendar);
  const begin = soon
    .slice(0, MOST_RECURRING)
    .flatMap(({ id, state }) => beginningsIn(id, state, under(state), span, daysOfRule));
  const beginOn = Map.groupBy(begin, ({ day }) => day);
  return {
    recurring: soon.length > MOST_RECURRING ? MOST_RECURRING : null,
    days: days.map((day) => ({
      ...calendarDay(calendar, day),
      count: dueOn.get(day)?.count ?? 0,
      beginning: beginOn.get(day)?.length ?? 0,
      begins: (beginOn.get(day) ?? []).slice(0, BEGINS_A_DAY).map(({ day: _, ...one }) => one),
      rows: (dueOn.get(day)?.first ?? []).map(({ id, state }) =>
        rowOf(id, state, now, calendar, viewer(caller, state)),
      ),
    })),
  };
}

type DaysOfRule = (rule: RecurRule, from: Day) => readonly Day[];

/** The days of a rule up to that one, reckoned once: what was begun together recurs on the same days. */
function upTo(until: Day, calendar: Calendar): DaysOfRule {
  const known = new Map<RecurRule, Map<Day, readonly Day[]>>();
  return (rule, from) => {
    const ofRule = known.get(rule) ?? new Map<Day, readonly Day[]>();
    known.set(rule, ofRule);
    const days = ofRule.get(from) ?? [...beginnings(rule, from, until, calendar)];
    ofRule.set(from, days);
    return days;
  };
}

/** What begins below a matter of itself in these days. */
function beginningsIn(
  matter: Uuid,
  state: MatterState,
  { recurs = {} }: Mechanism,
  { from, until }: Span,
  daysOfRule: DaysOfRule,
): (Begins & { day: Day })[] {
  const { number, text } = state;
  return goesOn(state).flatMap(({ what, from: first, next }) => {
    const rule = recurs[what];
    if (!rule || next === null) return [];
    const days = [next, ...daysOfRule(rule, first).filter((day) => day > next)];
    return days
      .filter((day) => day >= from && day <= until)
      .map((day) => ({ day, matter, number, text, name: rule.name }));
  });
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
  refuseOffCalendar({ '?from': from, '?until': until });
  const count = dayNumber(until) - dayNumber(from) + 1;
  if (count < 1 || count > most) refuse('matter.span-wrong', { from, until, most }, { status: 400, pointer: '?until' });
  return Array.from({ length: count }, (_, n) => addDays(from, n));
}
