import { z } from 'zod';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { allow } from '../directory.policy.ts';
import { NewSeat, SeatAct, SeatList, SeatQuery } from './people.contract.ts';
import { changeSeat, openSeat } from './seat.acts.ts';
import { listSeats } from './seat.store.ts';

const tags = ['people'];
const params = z.object({ id: z.uuid() });
const none = z.null();

/** The seats: who sits where and sat there before. For administrators. */
export const seatRoutes = ((http, { pool, now }) => {
  http.get(
    '/api/seats',
    {
      schema: {
        tags,
        summary: 'The seats of a unit or of a person, and who sat there when',
        querystring: SeatQuery,
        response: { 200: SeatList },
      },
    },
    async ({ caller, query }) => {
      allow(caller, 'person.list');
      return { rows: await transact(pool, caller, (tx) => listSeats(tx, caller.city, query)) };
    },
  );

  http.post(
    '/api/seats',
    { schema: { tags, summary: 'Open a seat for an account', body: NewSeat, response: { 201: none } } },
    async ({ caller, body }, reply) => {
      await transact(pool, caller, (tx) => openSeat(tx, caller, body, now()));
      return reply.code(201).send(null);
    },
  );

  http.post(
    '/api/seats/:id/acts',
    {
      schema: {
        tags,
        summary: 'Hand a seat over with all its work, give it another title, or end it',
        params,
        body: SeatAct,
        response: { 200: none },
      },
    },
    async ({ caller, params: { id }, body }) => {
      await transact(pool, caller, (tx) => changeSeat(tx, caller, id, body, now()));
      return null;
    },
  );
}) satisfies RoutePlugin;
