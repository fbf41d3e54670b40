import { dayAfter } from './typedDay.ts';

/** A month as `2026-03`. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The month that many months later, or earlier. */
export function monthAfter(month: string, months: number): string {
  const [year, of] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, of - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The same day of the month that many months later, or the last day of that month where it is shorter. */
export function sameDayAfter(day: string, months: number): string {
  const month = monthAfter(monthOf(day), months);
  const last = dayAfter(`${monthAfter(month, 1)}-01`, -1);
  const same = `${month}${day.slice(7)}`;
  return same > last ? last : same;
}

/** The weekday of a day, Monday 0 to Sunday 6. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The six weeks that hold a month, Monday first; always six, so that nothing moves from month to month. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const begin = dayAfter(first, -weekdayOf(first));
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (__, n) => dayAfter(begin, week * 7 + n)));
}

/** Where a key leads from a day: to the neighbour, the week's ends, the same day of another month or year; null for others. */
export function dayByKey(day: string, key: string, shift: boolean): string | null {
  switch (key) {
    case 'ArrowLeft':
      return dayAfter(day, -1);
    case 'ArrowRight':
      return dayAfter(day, 1);
    case 'ArrowUp':
      return dayAfter(day, -7);
    case 'ArrowDown':
      return dayAfter(day, 7);
    case 'Home':
      return dayAfter(day, -weekdayOf(day));
    case 'End':
      return dayAfter(day, 6 - weekdayOf(day));
    case 'PageUp':
      return sameDayAfter(day, shift ? -12 : -1);
    case 'PageDown':
      return sameDayAfter(day, shift ? 12 : 1);
    default:
      return null;
  }
}
