import type { RoutePlugin } from '../platform/http/index.ts';
import { listAnswers } from './answers.acts.ts';
import { theCity } from './city.acts.ts';
import { AnswerPage, AnswerQuery } from './contract.ts';
import { limiter, slowly } from './limit.rules.ts';

/** What was asked and answered before, for everybody. */
export const answerRoutes: RoutePlugin = (http, { pool, now }) => {
  const reading = limiter({ burst: 120, everySeconds: 2 });
  http.get(
    '/api/counter/answers',
    {
      config: { public: true, refuses: [429] },
      schema: {
        tags: ['counter'],
        summary: 'What was answered to others and is published: all, of a category, or with a fragment in it',
        querystring: AnswerQuery,
        response: { 200: AnswerPage },
        security: [],
      },
    },
    async ({ query, ip }) => {
      slowly(reading, ip, now());
      const { city, q, category, before } = query;
      const asked = { q, ...(category ? { category } : {}), ...(before ? { before } : {}) };
      return listAnswers(pool, (await theCity(pool, city)).city, asked);
    },
  );
};
