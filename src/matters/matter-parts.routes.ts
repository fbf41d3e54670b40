import { z } from 'zod';
import type { RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { moreBelow } from './children/below.ts';
import { BelowPage, ID, StoryAct } from './contract.ts';
import { HigherSeats } from './pressing/pressing.contract.ts';
import { higherSeats } from './pressing/pressing.ts';
import { tellStory } from './story/story.ts';

const Story = z.object({ story: z.array(StoryAct), earlier: z.int().nullable() });

/** What of a matter its page asks for when somebody wants to see more of it. */
export const matterPartRoutes = ((http, { pool, now }) => {
  http.get(
    '/api/matters/:id/story',
    {
      schema: {
        tags: ['matters'],
        summary: 'Earlier acts of a matter’s story, before one of them',
        params: ID,
        querystring: z.object({ before: z.coerce.number().int().min(2) }),
        response: { 200: Story },
      },
    },
    (request) =>
      transact(pool, request.caller, async (tx) => {
        const { story, earlier } = await tellStory(tx, request.caller, request.params.id, request.query.before);
        return { story, earlier };
      }),
  );
  http.get(
    '/api/matters/:id/below',
    {
      schema: {
        tags: ['matters'],
        summary: 'What stands below a matter, a page at a time: the unfinished first, of these the worst first',
        params: ID,
        querystring: z.object({ after: z.string().max(200).optional() }),
        response: { 200: BelowPage },
      },
    },
    ({ caller, params, query }) => transact(pool, caller, (tx) => moreBelow(tx, caller, params.id, query.after, now())),
  );
  http.get(
    '/api/matters/:id/higher-seats',
    {
      schema: {
        tags: ['matters'],
        summary:
          'The seats to which a matter may be raised: heads above the lead unit, the nearest first, then the mayors',
        params: ID,
        response: { 200: HigherSeats },
      },
    },
    (request) => transact(pool, request.caller, (tx) => higherSeats(tx, request.caller, request.params.id, now())),
  );
}) satisfies RoutePlugin;
