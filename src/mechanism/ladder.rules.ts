import { addDays, addWorkdays, isWorkday, offCalendar, workdayFrom, type Calendar, type Day } from '../kernel/index.ts';
import type { ActKind, Mechanism, Rung } from './contract.ts';

/** The rungs of a clock, the lowest first; none where the mechanism has no ladder for it. */
export const rungsOf = ({ ladder = {} }: Pick<Mechanism, 'ladder'>, clock: string): readonly Rung[] =>
  Object.hasOwn(ladder, clock) ? ladder[clock]! : [];

/** Working days from the day on which a clock runs out to a rung's: negative before it, 0 on it. The text has passed the schema. */
export function offsetOf({ at }: Pick<Rung, 'at'>): number {
  if (at === 'due day') return 0;
  const n = Number.parseInt(at, 10);
  return at.endsWith('before') ? -n : n;
}

/** The working day on which a rung is come to by a clock due on `due`. What is due on a Sunday has its due day on the Friday before. */
export function rungDay(rung: Pick<Rung, 'at'>, due: Day, cal: Calendar): Day {
  // A clock may be due, since before that was refused, on a day that no calendar has.
  if (offCalendar(due)) return due;
  const offset = offsetOf(rung);
  return workdayFrom(cal, due, offset === 0 && !isWorkday(cal, due) ? -1 : offset);
}

/** The last day on which a clock may be due to have come to a rung on `today`, a working day. The other side of {@link rungDay}. */
export function dueBy(rung: Pick<Rung, 'at'>, today: Day, cal: Calendar): Day {
  const offset = offsetOf(rung);
  if (offset < 0) return addWorkdays(cal, today, -offset);
  return addDays(addWorkdays(cal, today, 1 - offset), -1);
}

/** What a rung does besides telling people, in the order in which it is done. */
export const actsOf = ({ slip, remind, list, raise }: Rung): ActKind[] => [
  ...(slip === undefined ? [] : ['slip' as const]),
  ...(remind ? ['remind' as const] : []),
  ...(list === undefined ? [] : ['list' as const]),
  ...(raise === undefined ? [] : ['raise' as const]),
];
