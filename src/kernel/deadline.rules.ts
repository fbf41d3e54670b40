import { addWorkdays, rollForward, workdayFrom, workdaysBetween, type Calendar } from './calendar.ts';
import { addDays, monthEnd, type Day } from './day.ts';
import { refuse } from './problem.ts';

/**
 * How long somebody has: working days, calendar days, or until the day that the matter itself names. `into`: so many of them into the next
 * month or quarter, on whichever day of this one it begins.
 */
export type Limit =
  | { readonly kind: 'workdays' | 'days'; readonly n: number; readonly into?: Period }
  | { readonly kind: 'due' };
export type Period = 'month' | 'quarter';

/**
 * The last day of a period that starts on `startDay`. The first day does not count (民法典 201). In `workdays` only working
 * days count. `days` are calendar days, and when the last of them is no working day the period ends on the next one (民法典
 * 203). `due` is the day that was named, as it was named, even when it is a Sunday; without one the refusal
 * `kernel.due-day-missing` is thrown. `into` a month or quarter they are counted from the end of the one before.
 */
export function deadline(cal: Calendar, limit: Limit, startDay: Day, dueDay: Day | null): Day {
  if (limit.kind === 'due') return dueDay ?? refuse('kernel.due-day-missing', { startDay });
  const start = limit.into ? endBehind(cal, startDay, limit.into) : startDay;
  return limit.kind === 'workdays' ? addWorkdays(cal, start, limit.n) : rollForward(cal, addDays(start, limit.n));
}

/** The last day of the month or quarter in which a day lies. */
export function periodEnd(day: Day, period: Period): Day {
  if (period === 'month') return monthEnd(day);
  const month = Math.ceil(Number(day.slice(5, 7)) / 3) * 3;
  return monthEnd(`${day.slice(0, 5)}${String(month).padStart(2, '0')}-01`);
}

/** The end of the period that a day belongs to; what begins on its last working day, or after that, has this period behind it. */
function endBehind(cal: Calendar, day: Day, period: Period): Day {
  const end = periodEnd(day, period);
  const lastWorkday = addWorkdays(cal, addDays(end, 1), -1);
  return day < lastWorkday ? end : periodEnd(addDays(end, 1), period);
}

/** A clock that stands still: since when, what it was running to, and how many working days it had left (for readers). */
export type Paused = { readonly on: Day; readonly due: Day; readonly left: number };

/** Stops a clock on a day. `left` counts the working days after that day up to the due day; negative when already overdue. */
export const pausedLeft = (cal: Calendar, pausedOn: Day, due: Day): Paused => ({
  on: pausedOn,
  due,
  left: workdaysBetween(cal, pausedOn, due),
});

/**
 * The due day once a clock runs again: later by as many working days as it stood still, so that exactly what was left is
 * left. Resumed before another working day began, nothing changes. What was overdue stays overdue by as much.
 */
export function dueAfterPause(cal: Calendar, resumedOn: Day, paused: Paused): Day {
  const stoodStill = workdaysBetween(cal, paused.on, resumedOn);
  return stoodStill > 0 ? workdayFrom(cal, paused.due, stoodStill) : paused.due;
}

/** In days: ten years. */
const FARTHEST = 3653;

/** The last day for which a city may promise something. A later one is a slip of the pen, and no calendar reaches it. */
export const farthestDay = (today: Day): Day => addDays(today, FARTHEST);

/** The first day from which on it may; an earlier one is a slip of the pen as well. */
export const earliestDay = (today: Day): Day => addDays(today, -FARTHEST);
