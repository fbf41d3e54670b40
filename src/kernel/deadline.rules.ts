import { addWorkdays, rollForward, workdaysBetween, type Calendar } from './calendar.ts';
import { addDays, type Day } from './day.ts';
import { refuse } from './problem.ts';

/** How long somebody has: working days, calendar days, or until the day that the matter itself names. */
export type Limit =
  | { readonly kind: 'workdays'; readonly n: number }
  | { readonly kind: 'days'; readonly n: number }
  | { readonly kind: 'due' };

/**
 * The last day of a period that starts on `startDay`. The first day does not count (民法典 201). In `workdays` only working
 * days count. `days` are calendar days, and when the last of them is no working day the period ends on the next one (民法典
 * 203). `due` is the day that was named, as it was named, even when it is a Sunday; without one the refusal
 * `kernel.due-day-missing` is thrown.
 */
export function deadline(cal: Calendar, limit: Limit, startDay: Day, dueDay: Day | null): Day {
  switch (limit.kind) {
    case 'workdays':
      return addWorkdays(cal, startDay, limit.n);
    case 'days':
      return rollForward(cal, addDays(startDay, limit.n));
    case 'due':
      return dueDay ?? refuse('kernel.due-day-missing', { startDay });
  }
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
  return stoodStill > 0 ? addWorkdays(cal, paused.due, stoodStill) : paused.due;
}

/** In days: ten years. */
const FARTHEST = 3653;

/** The last day for which a city may promise something. A later one is a slip of the pen, and no calendar reaches it. */
export const farthestDay = (today: Day): Day => addDays(today, FARTHEST);
