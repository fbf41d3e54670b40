import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { ShownPage, ShownQuery } from '../contract.ts';
import { viewShown } from './log.ts';

/** The access log over HTTP, for administrators and the supervision office. */
export const shownRoutes: RoutePlugin = (http, { pool }) => {
  http.get(
    '/api/privacy/shown',
    {
      config: { refuses: [403] },
      schema: {
        tags: ['privacy'],
        summary: 'Who was shown what is personal, when and what for; newest first',
        querystring: ShownQuery,
        response: { 200: ShownPage },
      },
    },
    ({ caller, query }) => transact(pool, caller, (tx) => viewShown(tx, caller, query)),
  );
};
