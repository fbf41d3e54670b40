import { addDays, monthEnd, weekday, type Day } from '../../kernel/index.ts';

export const PERIODS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];
export type Span = { readonly from: Day; readonly to: Day };

/** Whether the word is a period by which a span of days may be divided. */
export const isPeriod = (by: string | undefined): by is Period => PERIODS.some((period) => period === by);

/** The whole period in which a day lies; weeks begin on Monday. */
export function spanOf(period: Period, day: Day): Span {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  switch (period) {
    case 'day':
      return { from: day, to: day };
    case 'week': {
      const from = addDays(day, 1 - weekday(day));
      return { from, to: addDays(from, 6) };
    }
    case 'month':
      return { from: `${day.slice(0, 8)}01`, to: monthEnd(day) };
    case 'quarter': {
      const first = month - ((month - 1) % 3);
      const pad = (n: number): string => String(n).padStart(2, '0');
      return { from: `${year}-${pad(first)}-01`, to: monthEnd(`${year}-${pad(first + 2)}-01`) };
    }
    case 'year':
      return { from: `${year}-01-01`, to: `${year}-12-31` };
  }
}

/** The period before the one in which a day lies. */
export const spanBefore = (period: Period, day: Day): Span => spanOf(period, addDays(spanOf(period, day).from, -1));

/** What two spans have in common; null where they are apart. */
export function common(a: Span, b: Span): Span | null {
  const [from, to] = [a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to];
  return from <= to ? { from, to } : null;
}
