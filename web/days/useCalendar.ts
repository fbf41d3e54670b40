import { queryOptions, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CalendarDay, CalendarDays } from '../../src/matters/calendars/calendar.contract.ts';
import { api, query } from '../api.ts';
import { addedUp, type WorkingCalendar } from './workdays.ts';

/** The city's working calendar of one year; it changes a few times in that. */
const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) =>
      api.get<CalendarDays>(`/api/calendar${query({ from: `${year}-01-01`, until: `${year}-12-31` })}`, signal),
    staleTime: 30 * 60_000,
  });

/** The years that the calendar covers. */
const [FIRST, LAST] = [2000, 2099];
/** From so many years on, nobody counts working days; their calendars are not asked for. */
const FAR = 2;

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The city's calendar for these days and, where they are not far apart, for all between; without a year not here yet. */
export function useCalendar(days: readonly string[]): WorkingCalendar {
  const asked = days.map(yearOf).filter((year) => year >= FIRST && year <= LAST);
  const [low, high] = [Math.min(...asked), Math.max(...asked)];
  const near = high - low <= FAR;
  const years = near && asked.length ? Array.from({ length: high - low + 1 }, (_, n) => low + n) : [...new Set(asked)];
  const found = useQueries({
    queries: years.map(calendarQuery),
    combine: (results) => results.flatMap((result): CalendarDay[] => result.data?.days ?? []),
  });
  return useMemo(() => addedUp(found), [found]);
}
