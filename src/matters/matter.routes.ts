import { z } from 'zod';
import { refuse } from '../kernel/index.ts';
import { Mechanism } from '../mechanism/index.ts';
import type { RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { moreBelow } from './children/below.ts';
import { ActReceipt, ActRequest, BelowPage, ID, MatterView, RegisterMatter, StoryAct } from './contract.ts';
import { Given } from './life/given.contract.ts';
import { Workbench, WorkbenchQuery } from './lists/list.contract.ts';
import { act } from './matter.acts.ts';
import { viewMatter } from './matter.view.ts';
import { getNewestMechanism } from './mechanisms/mechanism.store.ts';
import { registerLast } from './register.acts.ts';
import { workbench } from './lists/workbench.ts';
import { HigherSeats } from './pressing/pressing.contract.ts';
import { higherSeats } from './pressing/pressing.ts';
import { tellStory } from './story/story.ts';

const Story = z.object({ story: z.array(StoryAct), earlier: z.int().nullable() });
const MechanismView = z.object({ key: z.string(), version: z.int(), mechanism: Mechanism });

/** What each kind of act takes, for the description; checked by `decide`, whose refusals name fields in the reader's language. */
const { register: _, ...LATER } = Given;
const ACTS = {
  name: 'Act',
  by: 'kind',
  of: Object.fromEntries(
    Object.entries(LATER).map(([kind, given]) => [kind, ActRequest.extend({ kind: z.literal(kind), given })]),
  ),
};
const ACT_EXAMPLE = {
  id: '019cf4a5-3c00-7000-8000-0000000000a1',
  kind: 'report',
  seen: 4,
  given: { text: '围挡已完成。', percent: 60 },
};

/** The matters' part of the HTTP interface. */
export const matterRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/workbench',
    {
      schema: {
        tags: ['matters'],
        summary: 'What this seat must do, the worst first, with the counts above the list',
        querystring: WorkbenchQuery,
        response: { 200: Workbench },
      },
    },
    (request) => transact(pool, request.caller, (tx) => workbench(tx, request.caller, request.query, now())),
  );
  http.post(
    '/api/matters',
    {
      schema: {
        tags: ['matters'],
        summary: 'Register a matter by hand, with files, and assign it where units are named',
        body: RegisterMatter,
        response: { 200: ActReceipt },
      },
    },
    (request) => transact(pool, request.caller, (tx) => registerLast(tx, request.caller, request.body, now())),
  );
  http.get(
    '/api/matters/:id',
    {
      schema: {
        tags: ['matters'],
        summary: 'One matter: its state, its clocks, what this seat may do and why not, the latest of its story',
        params: ID,
        response: { 200: MatterView },
      },
    },
    (request) => transact(pool, request.caller, (tx) => viewMatter(tx, request.caller, request.params.id, now())),
  );
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
  http.post(
    '/api/matters/:id/acts',
    {
      config: { variants: ACTS, example: ACT_EXAMPLE },
      schema: {
        tags: ['matters'],
        summary: 'Act on a matter; which kinds there are and what each takes stands in the body',
        description:
          'id is the caller’s own (UUIDv7): sent again, it gives the first answer. seen is the seq that was looked at: if the matter has moved on in a way that matters, the answer is 409 and nothing is done.',
        params: ID,
        body: ActRequest,
        response: { 200: ActReceipt },
      },
    },
    (request) => {
      if (request.body.kind === 'register') return refuse('matter.already-registered', {}, { pointer: '/kind' });
      return act(pool, request.caller, request.params.id, request.body, now());
    },
  );
  http.get(
    '/api/mechanisms/:key',
    {
      schema: {
        tags: ['mechanisms'],
        summary: 'The newest version of a mechanism: stages, acts, clocks',
        params: z.object({ key: z.string().max(60) }),
        response: { 200: MechanismView },
      },
    },
    (request) =>
      transact(pool, request.caller, (tx) => getNewestMechanism(tx, request.caller.city, request.params.key)),
  );
};
