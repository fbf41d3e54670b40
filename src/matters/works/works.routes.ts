import { NO_OUTLINE, PlainMap } from '../../kernel/contract.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { SitesPage, SitesQuery, SumsQuery, WorksQuery, WorksSums, WorksView } from './works.contract.ts';
import { sitesPage } from './sites.ts';
import { sumWorks, viewWorks } from './works.ts';

/** What is built, measured and inspected. */
export const worksRoutes: RoutePlugin = (http, { pool, now, tiles = null, outline = null }) => {
  http.get(
    '/api/works',
    {
      schema: {
        tags: ['matters'],
        summary: 'What is built under one mechanism: the first of the sites, and the map that they stand on',
        querystring: WorksQuery,
        response: { 200: WorksView },
      },
    },
    async ({ caller, query }) => ({
      ...(await transact(pool, caller, (tx) => viewWorks(tx, caller, query, now()))),
      tiles,
      ...(outline ?? NO_OUTLINE),
    }),
  );
  http.get(
    '/api/works/sums',
    {
      schema: {
        tags: ['matters'],
        summary: 'What is promised and measured under one mechanism, in all and by area, as of a day',
        querystring: SumsQuery,
        response: { 200: WorksSums },
      },
    },
    ({ caller, query }) => transact(pool, caller, (tx) => sumWorks(tx, caller, query, now())),
  );
  http.get(
    '/api/works/sites',
    {
      schema: {
        tags: ['matters'],
        summary: 'A page of the sites of one mechanism, the newest first; of one area, or of all',
        querystring: SitesQuery,
        response: { 200: SitesPage },
      },
    },
    ({ caller, query }) => transact(pool, caller, (tx) => sitesPage(tx, caller, query, now())),
  );
  http.get(
    '/api/map',
    {
      schema: {
        tags: ['matters'],
        summary:
          'The plain map of the city: its lines, and what pictures are laid below them; no lines where it has none',
        response: { 200: PlainMap },
      },
    },
    () => ({ ...(outline ?? NO_OUTLINE), tiles }),
  );
};
