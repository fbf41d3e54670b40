import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { hands, seatsOwed } from './hands.ts';
import { Hands, SeatsOwed } from './hands.contract.ts';

/** Who has what in hand, and what one's other seats owe, over HTTP. */
export const handRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/workbench/hands',
    {
      schema: {
        tags: ['matters'],
        summary: 'For a head: how much each colleague of the unit has in hand, and what nobody has',
        response: { 200: Hands },
      },
    },
    ({ caller }) => transact(pool, caller, (tx) => hands(tx, caller, now())),
  );
  http.get(
    '/api/workbench/seats',
    {
      schema: {
        tags: ['matters'],
        summary: 'How much each of one’s seats has to do, and by how many working days the worst of it is late',
        response: { 200: SeatsOwed },
      },
    },
    ({ caller }) => seatsOwed(pool, caller, now()),
  );
};
