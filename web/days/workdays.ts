import type { CalendarDay } from '../../src/matters/calendars/calendar.contract.ts';
import { dayAfter } from './typedDay.ts';

/** Days of the city's calendar, as far as they are known, and what is counted over them. */
export type WorkingCalendar = {
  day: (day: string) => CalendarDay | undefined;
  /** Working days after `from` up to and including `to`; undefined where a day between is not known. */
  between: (from: string, to: string) => number | undefined;
  /** The n-th working day after `from`; undefined where it is not known. */
  after: (from: string, n: number) => string | undefined;
  /** The last working day before a day; undefined where it is not known. */
  before: (day: string) => string | undefined;
};

/** A calendar over the days given, in any order, with gaps or without. */
export function addedUp(days: readonly CalendarDay[]): WorkingCalendar {
  const byDay = new Map(days.map((day) => [day.day, day]));
  const day = (one: string) => byDay.get(one);
  const between = (from: string, to: string): number | undefined => {
    if (from > to) return undefined;
    let count = 0;
    for (let at = dayAfter(from, 1); at <= to; at = dayAfter(at, 1)) {
      const known = byDay.get(at);
      if (!known) return undefined;
      if (known.working) count += 1;
    }
    return count;
  };
  const after = (from: string, n: number): string | undefined => {
    let [at, left] = [from, n];
    while (left > 0) {
      at = dayAfter(at, 1);
      const known = byDay.get(at);
      if (!known) return undefined;
      if (known.working) left -= 1;
    }
    return at;
  };
  const before = (to: string): string | undefined => {
    for (let at = dayAfter(to, -1); byDay.has(at); at = dayAfter(at, -1)) if (byDay.get(at)?.working) return at;
    return undefined;
  };
  return { day, between, after, before };
}
