import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { ID } from '../contract.ts';
import { findMentionable } from './mention.acts.ts';
import { ColleagueQuery, Colleagues } from './mention.contract.ts';

/** Whom one may mention, over HTTP; the mention itself travels with its act. */
export const mentionRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/matters/:id/colleagues',
    {
      schema: {
        tags: ['matters'],
        summary: 'Colleagues who may read a matter and so be mentioned in it, by name, unit or pinyin initials',
        params: ID,
        querystring: ColleagueQuery,
        response: { 200: Colleagues },
      },
    },
    ({ caller, params, query }) =>
      transact(pool, caller, (tx) => findMentionable(tx, caller, params.id, query.q ?? '', now())),
  );
};
