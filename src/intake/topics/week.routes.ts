import { dayOf } from '../../kernel/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { HotTopics, Week } from './week.contract.ts';
import { countWeek, mayAsk, topicsOfWeek } from './week.ts';

const tags = ['topics'];

/** What most matters of a week are about. */
export const topicRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/topics',
    {
      schema: {
        tags,
        summary: 'The hot topics of a week as they were counted last, what most people raised first',
        querystring: Week,
        response: { 200: HotTopics },
      },
    },
    ({ caller, query }) => transact(pool, caller, (tx) => topicsOfWeek(tx, caller, query.week, now())),
  );
  http.post(
    '/api/topics',
    {
      schema: { tags, summary: 'Count the hot topics of a week anew', body: Week, response: { 200: HotTopics } },
    },
    async ({ caller, body }) => {
      mayAsk(caller);
      await countWeek(pool, caller.city, body.week ?? dayOf(now()), now());
      return transact(pool, caller, (tx) => topicsOfWeek(tx, caller, body.week, now()));
    },
  );
};
