import { z } from 'zod';
import { RoundId } from '../matters/rounds/round.contract.ts';
import type { RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { RoundFigures } from './contract.ts';
import { roundFigures } from './round.figures.ts';

const AsOf = z.object({ asOf: z.iso.datetime({ offset: true }).optional() });

/** The figures' part of the HTTP interface. */
export const figureRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/figures/rounds/:id',
    {
      schema: {
        tags: ['figures'],
        summary: 'A round’s completion by area and unit, now or as of an earlier moment',
        description:
          'asOf gives the numbers that were true then. settled is false where an act of before may still be on its way: ask again in a moment.',
        params: RoundId,
        querystring: AsOf,
        response: { 200: RoundFigures },
      },
    },
    (request) =>
      transact(pool, request.caller, (tx) => {
        const at = now();
        const asOf = request.query.asOf ? new Date(request.query.asOf) : at;
        return roundFigures(tx, request.caller.city, request.params.id, asOf, at);
      }),
  );
};
