import { z } from 'zod';
import { refuse } from '../../kernel/index.ts';
import { besideTwin } from '../../ledger/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import { OpenRound, RoundId, RoundPage, RoundView } from './round.contract.ts';
import { cursorOf, cursorText } from '../lists/cursor.rules.ts';
import { mattersOfRound } from '../lists/list.store.ts';
import { openRound } from './round.acts.ts';
import { findRound, findRoundBefore, listRounds } from './round.store.ts';
import { rowOf, viewer } from '../lists/row.rules.ts';

const PAGE = 30;
const After = z.object({ after: z.string().max(200).optional() });

/** The rounds' part of the HTTP interface. */
export const roundRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/rounds',
    {
      schema: {
        tags: ['rounds'],
        summary: 'The rounds, newest first',
        querystring: After,
        response: { 200: RoundPage },
      },
    },
    (request) =>
      transact(pool, request.caller, async (tx) => {
        const after = cursorOf(request.query.after);
        const rows = await listRounds(
          tx,
          request.caller.city,
          after && { heldOn: after.at.slice(0, 10), id: after.id },
          PAGE,
        );
        const last = rows.at(-1);
        const next =
          last && rows.length === PAGE ? cursorText({ at: `${last.heldOn}T00:00:00.000Z`, id: last.id }) : null;
        return { rows, next };
      }),
  );
  http.post(
    '/api/rounds',
    {
      schema: {
        tags: ['rounds'],
        summary: 'Open a round with the matters that it assigns, all or nothing',
        body: OpenRound,
        response: { 200: z.object({ round: z.uuid() }) },
      },
    },
    ({ caller, body }) =>
      besideTwin(() => transact(pool, caller, async (tx) => ({ round: await openRound(tx, caller, body, now()) }))),
  );
  http.get(
    '/api/rounds/:id',
    {
      schema: {
        tags: ['rounds'],
        summary: 'One round with its matters, and the round before it',
        params: RoundId,
        response: { 200: RoundView },
      },
    },
    (request) =>
      transact(pool, request.caller, async (tx) => {
        const { city } = request.caller;
        const round = await findRound(tx, city, request.params.id);
        if (!round) return refuse('matter.round-not-found', {}, { status: 404 });
        const [before, matters, calendar] = await Promise.all([
          findRoundBefore(tx, city, round),
          mattersOfRound(tx, city, round.id),
          calendarOf(tx, city, now()),
        ]);
        return {
          round,
          before: before ?? null,
          matters: matters.map(({ id, state }) => rowOf(id, state, now(), calendar, viewer(request.caller, state))),
        };
      }),
  );
};
