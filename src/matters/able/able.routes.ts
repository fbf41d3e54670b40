import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { AbleAsked, Ables } from './able.contract.ts';
import { ables } from './able.ts';

/** Which of many matters would take an act. */
export const ableRoutes: RoutePlugin = (http, { pool, now }) => {
  http.post(
    '/api/matters/able',
    {
      schema: {
        tags: ['matters'],
        summary: 'Which of these matters cannot take an act from this seat now, and why; nothing is done',
        body: AbleAsked,
        response: { 200: Ables },
      },
    },
    ({ caller, body }) => transact(pool, caller, (tx) => ables(tx, caller, body, now())),
  );
};
