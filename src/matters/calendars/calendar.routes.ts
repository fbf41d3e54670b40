import { z } from 'zod';
import { findSitters } from '../../directory/index.ts';
import { calendarDay, endOfDay, startOfDay } from '../../kernel/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { amendDay } from './calendar.acts.ts';
import { AmendDay, AmendmentList, DayOutlook } from './calendar.contract.ts';
import { calendarNow, countDue, countSpanning, listAmendments } from './calendar.store.ts';

const tags = ['calendar'];

/** The city's own amendments to the working calendar. Reading is for everybody who has signed in. */
export const calendarRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/calendar/amendments',
    {
      schema: {
        tags,
        summary: 'The days on which the city differs from the national calendar, with reasons; newest first',
        response: { 200: AmendmentList },
      },
    },
    ({ caller: { city, ...caller } }) =>
      transact(pool, { city, ...caller }, async (tx) => {
        const rows = await listAmendments(tx, city);
        const { version } = await calendarNow(tx, city);
        const sitter = await findSitters(tx, city, [...new Set(rows.flatMap(({ seat }) => seat ?? []))]);
        const told = rows.toReversed().map(({ day, working, reason, at, seat }) => ({
          day,
          working,
          reason,
          at,
          who: (seat && sitter(seat, new Date(at))?.name) ?? '',
        }));
        return { version, rows: told };
      }),
  );

  http.get(
    '/api/calendar/days/:day',
    {
      schema: {
        tags,
        summary: 'What kind of day it is, how many clocks run over it, and how many open matters fall due on it',
        params: z.object({ day: z.iso.date() }),
        response: { 200: DayOutlook },
      },
    },
    async ({ caller, params: { day } }) => {
      const { city } = caller;
      const [from, until] = [startOfDay(day), endOfDay(day)];
      const read = await transact(pool, caller, (tx) => countDue(tx, city, from, until));
      // As the program: matters that the caller may not read are concerned too, and only counted they tell nothing.
      return transact(pool, { city, system: true }, async (tx) => ({
        day: calendarDay(await calendarNow(tx, city), day),
        running: await countSpanning(tx, city, from, until),
        due: await countDue(tx, city, from, until),
        read,
      }));
    },
  );

  http.post(
    '/api/calendar/amendments',
    {
      schema: {
        tags,
        summary: 'Make a day a working day or a day off, or give it back to the national calendar',
        body: AmendDay,
        response: { 201: z.null() },
      },
    },
    async ({ caller, body }, reply) => {
      await transact(pool, caller, (tx) => amendDay(tx, caller, body, now()));
      return reply.code(201).send(null);
    },
  );
};
