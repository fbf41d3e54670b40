import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { Workbench, WorkbenchQuery } from './list.contract.ts';
import { workbench } from './workbench.ts';

/** What a seat must do. */
export const workbenchRoutes = ((http, { pool, now }) => {
  http.get(
    '/api/workbench',
    {
      schema: {
        tags: ['matters'],
        summary: 'What this seat must do, the worst first, with the counts above the list',
        querystring: WorkbenchQuery,
        response: { 200: Workbench },
      },
    },
    (request) => transact(pool, request.caller, (tx) => workbench(tx, request.caller, request.query, now())),
  );
}) satisfies RoutePlugin;
