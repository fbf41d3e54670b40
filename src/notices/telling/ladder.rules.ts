import { addWorkdays, dayOf, lastInstant, type Calendar } from '../../kernel/index.ts';
import type { ClockState, MatterState } from '../../matters/index.ts';
import type { People } from './people.rules.ts';
import { fit } from './route.rules.ts';
import { toAllNamed, toNamed, toOffice, toOfficeRefused, toOwners, toSuperiors, type Told } from './told.rules.ts';

/**
 * How far a clock has run out. 1: due soon, told to the owner. 2: overdue, told to the owner. 3: overdue for a whole working
 * day and nothing done about it, told to whoever answers for the unit.
 */
export type Rung = 1 | 2 | 3;

/** A clock is told to be due soon on its last working day but one; earlier than that it is no news but noise. */
const SOON_WORKDAYS = 1;
const GRACE_WORKDAYS = 1;

/** Instants that part the rungs now, by days at whatever hour of which a clock is due: one due by `soon` is due soon, by `overdue` overdue, by `let` too long. */
export function partings(now: Date, calendar: Calendar): { soon: Date; overdue: Date; letPass: Date } {
  const today = dayOf(now);
  return {
    soon: lastInstant(addWorkdays(calendar, today, SOON_WORKDAYS)),
    overdue: now,
    letPass: lastInstant(addWorkdays(calendar, today, -GRACE_WORKDAYS - 1)),
  };
}

/**
 * Who is told that a clock has come from one rung to another (0: nothing told yet): owner first, superior later. A rung that
 * was passed unseen, by a worker that stood still for a week, is not told late; a clock started today needs no telling that
 * it is due soon, as the assignment has just said so. The time that runs on after a refusal is the office's.
 */
export function climb(
  clock: ClockState,
  from: 0 | Rung,
  rung: Rung,
  matter: MatterState,
  people: People,
  now: Date,
): Told[] {
  const { unit, due } = clock;
  const stance = matter.units.find((u) => u.unit === unit)?.stance;
  const saying = { kind: rung === 1 ? ('due-soon' as const) : ('overdue' as const), unit, due };
  const begun = dayOf(new Date(clock.startedAt)) < dayOf(now);
  const owner =
    unit === null
      ? matter.sealed
        ? toNamed(people, matter, saying)
        : toOffice(people, saying)
      : stance === 'refused'
        ? toOfficeRefused(people, saying)
        : toOwners(people, saying);
  const first = rung === 1 ? (begun ? owner : []) : from < 2 ? owner : [];
  const above = matter.sealed ? toAllNamed(people, matter, saying) : toSuperiors(people, saying);
  const later = rung === 3 && stance !== 'refused' ? above : [];
  return fit([...first, ...later], matter, people);
}
