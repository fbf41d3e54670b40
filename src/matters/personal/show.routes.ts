import type { RoutePlugin } from '../../platform/http/index.ts';
import { ID } from '../contract.ts';
import { ShownPersonal, ShowPersonal } from './personal.contract.ts';
import { showPersonal } from './show.acts.ts';

/** What is personal of a matter, for who needs it and says what for. */
export const showRoutes: RoutePlugin = (http, { pool, now }) => {
  http.post(
    '/api/matters/:id/personal/show',
    {
      config: { refuses: [403, 404, 409] },
      schema: {
        tags: ['matters'],
        summary: 'Show what is personal of a matter in the clear; who asked and what for is noted',
        params: ID,
        body: ShowPersonal,
        response: { 200: ShownPersonal },
      },
    },
    ({ caller, params, body }) => showPersonal(pool, caller, { ...body, matter: params.id }, now()),
  );
};
