import { languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { Transfer } from '../../platform/transfers/contract.ts';
import { beginRankingExport } from './export.acts.ts';
import { ExportRanking, Ranking, RankingQuery } from './ranking.contract.ts';
import { rankUnits } from './ranking.ts';

/** The ranking of the lead units, and its export. */
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
  http.post(
    '/api/figures/ranking/exports',
    {
      schema: {
        tags: ['transfers'],
        summary: 'Export a ranking as XLSX or CSV; answers at once, the file is written behind',
        body: ExportRanking,
        response: { 200: Transfer },
      },
    },
    (request) => {
      const language = languageIn(request);
      return transact(pool, request.caller, (tx) =>
        beginRankingExport(tx, request.caller, request.body, language, now()),
      );
    },
  );
};
