import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { agenda, calendarDays } from './agenda.ts';
import { Agenda } from './agenda.contract.ts';
import { CalendarDays, DaySpan } from '../calendars/calendar.contract.ts';

/** What falls due when, and the working calendar behind it. */
export const agendaRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/agenda',
    {
      schema: {
        tags: ['matters'],
        summary: 'What is open and falls due on each day, at most six weeks of them',
        querystring: DaySpan,
        response: { 200: Agenda },
      },
    },
    (request) => transact(pool, request.caller, (tx) => agenda(tx, request.caller, request.query, now())),
  );
  http.get(
    '/api/calendar',
    {
      schema: {
        tags: ['calendar'],
        summary: 'The working calendar day by day: holidays, make-up working days, the city’s own amendments',
        querystring: DaySpan,
        response: { 200: CalendarDays },
      },
    },
    (request) => transact(pool, request.caller, (tx) => calendarDays(tx, request.caller.city, request.query, now())),
  );
};
