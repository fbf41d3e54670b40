import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { Ranking, RankingQuery } from './ranking.contract.ts';
import { rankUnits } from './ranking.ts';

/** The ranking of the lead units. */
export const rankingRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/figures/ranking',
    {
      schema: {
        tags: ['figures'],
        summary:
          'The ranking of the lead units over a span of days, the raw numbers beside each score, how many matters each rate leaves out, and the units that are not ranked with the reason',
        querystring: RankingQuery,
        response: { 200: Ranking },
      },
    },
    ({ caller, query }) => transact(pool, caller, (tx) => rankUnits(tx, caller, query, now())),
  );
};
