import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { ID } from '../contract.ts';
import { candidates } from './appointing.ts';
import { Candidates } from './parties.contract.ts';

/** Whom a matter may be given to within its lead unit; the appointing itself is an act. */
export const partiesRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/matters/:id/candidates',
    {
      schema: {
        tags: ['matters'],
        summary: 'Who of the lead unit may be appointed, and what stands against each as far as is known',
        params: ID,
        response: { 200: Candidates },
      },
    },
    ({ caller, params }) => transact(pool, caller, (tx) => candidates(tx, caller, params.id, now())),
  );
};
