import { z } from 'zod';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { enqueueSoon } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { learnSuggestions } from './learn.jobs.ts';
import { lessonsOf, mayAskLessons, suggestFor } from './suggest.ts';
import { Lessons, SuggestionQuery, Suggestions } from './suggest.contract.ts';

const tags = ['suggestions'];

/** What a text is likely to be, and what was learned to say so. */
export const suggestionRoutes: RoutePlugin = (http, { pool, now }) => {
  http.post(
    '/api/suggestions',
    {
      schema: {
        tags,
        summary: 'The category and the unit that a text is likely to have, each with its reasons; silent when unsure',
        body: SuggestionQuery,
        response: { 200: Suggestions },
      },
    },
    ({ caller, body }) => transact(pool, caller, (tx) => suggestFor(tx, caller, body, now())),
  );
  http.get(
    '/api/suggestions/lessons',
    {
      schema: {
        tags,
        summary: 'What was learned of each mechanism, and how often people decided what was suggested',
        response: { 200: Lessons },
      },
    },
    ({ caller }) => lessonsOf(pool, caller, now()),
  );
  http.post(
    '/api/suggestions/lessons',
    { schema: { tags, summary: 'Have it learned anew, now', response: { 202: z.object({}) } } },
    async ({ caller }, reply) => {
      mayAskLessons(caller);
      await transact(pool, caller, async (tx) => enqueueSoon(tx, caller.city, learnSuggestions.name));
      return reply.code(202).send({});
    },
  );
};
