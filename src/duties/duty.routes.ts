import { z } from 'zod';
import type { Calendar } from '../kernel/index.ts';
import type { RoutePlugin } from '../platform/http/index.ts';
import { transact, type Tx } from '../platform/postgres/index.ts';
import { dutyRoster, setDutyRule } from './duty.acts.ts';
import { DutyQuery, DutyRoster, NewDutyRule } from './duty.contract.ts';

type CalendarOf = (tx: Tx, city: number, now: Date) => Promise<Calendar>;

/** Who is on duty, and the rules by which they are. `calendarOf`: the city's working days, which a room above this one keeps. */
export const dutyRoutes =
  (calendarOf: CalendarOf): RoutePlugin =>
  (http, { pool, now }) => {
    http.get(
      '/api/duties',
      {
        config: { refuses: [400] },
        schema: {
          tags: ['directory'],
          summary: 'Who of a unit is on duty on which days, and the days of duty that are days off',
          querystring: DutyQuery,
          response: { 200: DutyRoster },
        },
      },
      ({ caller, query }) =>
        transact(pool, caller, async (tx) => {
          const at = { calendar: await calendarOf(tx, caller.city, now()), now: now() };
          return dutyRoster(tx, caller.city, query.unit, query, at);
        }),
    );
    http.post(
      '/api/duties',
      {
        config: { refuses: [403, 409] },
        schema: {
          tags: ['directory'],
          summary: 'Set the days of the week on which a unit keeps people on duty, and how many',
          body: NewDutyRule,
          response: { 200: z.object({ id: z.uuid() }) },
        },
      },
      async ({ caller, body }) => {
        await transact(pool, caller, (tx) => setDutyRule(tx, caller, body, now()));
        return { id: body.id };
      },
    );
  };
