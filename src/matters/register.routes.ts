import type { RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { RegistrablePage } from './contract.ts';
import { registrable } from './register.acts.ts';

/** What a seat may register by hand. */
export const registrableRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/registrable',
    {
      schema: {
        tags: ['matters'],
        summary: 'The mechanisms under which this seat may register a matter, and what they demand with it',
        response: { 200: RegistrablePage },
      },
    },
    (request) => transact(pool, request.caller, async (tx) => ({ rows: await registrable(tx, request.caller, now()) })),
  );
};
