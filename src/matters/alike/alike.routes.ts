import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { ID } from '../contract.ts';
import { AlikeMatters, AlikeQuery } from './alike.contract.ts';
import { alikeMatter, alikeText } from './alike.ts';

const tags = ['matters'];

/** Matters that are like a text, or like another matter. */
export const alikeRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/matters/alike',
    {
      schema: {
        tags,
        summary: 'Open matters that are like what is being written, of those that this seat may read, and why',
        querystring: AlikeQuery,
        response: { 200: AlikeMatters },
      },
    },
    ({ caller, query }) => transact(pool, caller, (tx) => alikeText(tx, caller, query.text, now())),
  );
  http.get(
    '/api/matters/:id/alike',
    {
      schema: {
        tags,
        summary: 'Open matters that are like this one, and why',
        params: ID,
        response: { 200: AlikeMatters },
      },
    },
    ({ caller, params }) => transact(pool, caller, (tx) => alikeMatter(tx, caller, params.id, now())),
  );
};
