import { queryOptions } from '@tanstack/react-query';
import type { AmendmentList, DayOutlook } from '../../../../src/matters/calendars/calendar.contract.ts';
import type { CalendarDays } from '../../../../src/matters/calendars/calendar.contract.ts';
import { api, query } from '../../../api.ts';

/** Every day of a year as the city has it. */
export const yearQuery = (year: number) =>
  queryOptions({
    queryKey: ['admin', 'calendar', year],
    queryFn: ({ signal }) =>
      api.get<CalendarDays>(`/api/calendar${query({ from: `${year}-01-01`, until: `${year}-12-31` })}`, signal),
  });

export const amendmentsQuery = queryOptions({
  queryKey: ['admin', 'calendar', 'amendments'],
  queryFn: ({ signal }) => api.get<AmendmentList>('/api/calendar/amendments', signal),
});

/** What a day is, and how many clocks run over it. */
export const outlookQuery = (day: string) =>
  queryOptions({
    queryKey: ['admin', 'calendar', 'day', day],
    queryFn: ({ signal }) => api.get<DayOutlook>(`/api/calendar/days/${day}`, signal),
  });
