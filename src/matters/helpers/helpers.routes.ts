import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { ID } from '../contract.ts';
import { HelperList, HelperQuery } from './helper.contract.ts';
import { offerHelpers } from './offered.ts';

/** Who may be asked to help, over HTTP; that they are asked is an act. */
export const helperRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/matters/:id/helpers',
    {
      schema: {
        tags: ['matters'],
        summary: 'Who may be asked to help with a matter, those of a kind that its mechanism names first',
        params: ID,
        querystring: HelperQuery,
        response: { 200: HelperList },
      },
    },
    ({ caller, params, query }) =>
      transact(pool, caller, (tx) => offerHelpers(tx, caller, params.id, query.q ?? '', now())),
  );
};
