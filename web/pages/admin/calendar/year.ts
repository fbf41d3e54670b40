import type { CalendarDay } from '../../../../src/matters/calendars/calendar.contract.ts';
import { weekday } from '../../../../src/kernel/day.ts';

/** A month as its weeks, Monday first; null before its first day and after its last. */
export type Month = { month: string; weeks: (CalendarDay | null)[][] };

/** The days of a year, in order, as its months. */
export function monthsOf(days: readonly CalendarDay[]): Month[] {
  const months = new Map<string, CalendarDay[]>();
  for (const day of days) {
    const month = day.day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), day]);
  }
  return [...months].map(([month, own]) => {
    const cells: (CalendarDay | null)[] = [...Array.from({ length: weekday(own[0]!.day) - 1 }, () => null), ...own];
    while (cells.length % 7) cells.push(null);
    return { month, weeks: Array.from({ length: cells.length / 7 }, (_, n) => cells.slice(n * 7, n * 7 + 7)) };
  });
}
