import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { Brief } from './brief.contract.ts';
import { brief } from './brief.ts';

/** What a mayor must know at a glance, over HTTP. */
export const briefRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/brief',
    {
      schema: {
        tags: ['matters'],
        summary: 'The three matters longest overdue with what each hangs on, and what waits for one’s own word',
        response: { 200: Brief },
      },
    },
    ({ caller }) => transact(pool, caller, (tx) => brief(tx, caller, now())),
  );
};
