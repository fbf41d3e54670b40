import { addDays, isDay, monthEnd, weekday } from '../../../src/kernel/day.ts';

/** A month as `2026-11`, from what the address says; the month of `today` where it says none that exists. */
export const monthFrom = (text: unknown, today: string): string =>
  typeof text === 'string' && isDay(`${text}-01`) ? text : today.slice(0, 7);

/** The month `by` months later, earlier when negative. */
export function monthAfter(month: string, by: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The whole weeks that hold the month, Monday to Sunday: the first and the last day that the wall shows. */
export function spanOf(month: string): { from: string; until: string } {
  const first = `${month}-01`;
  const last = monthEnd(first);
  return { from: addDays(first, 1 - weekday(first)), until: addDays(last, 7 - weekday(last)) };
}
