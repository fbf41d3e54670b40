import { z } from 'zod';
import { refuse } from '../kernel/index.ts';
import { Mechanism } from '../mechanism/index.ts';
import type { RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import {
  ActReceipt,
  ActRequest,
  ID,
  MatterView,
  RegisterMatter,
  StoryAct,
  Workbench,
  WorkbenchQuery,
} from './contract.ts';
import { act } from './matter.acts.ts';
import { story, viewMatter } from './matter.view.ts';
import { getNewestMechanism } from './mechanism.store.ts';
import { registerByHand } from './register.acts.ts';
import { workbench } from './workbench.ts';

const Story = z.object({ story: z.array(StoryAct), earlier: z.int().nullable() });
const MechanismView = z.object({ key: z.string(), version: z.int(), mechanism: Mechanism });

/** The matters' part of the HTTP interface. */
export const matterRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/workbench',
    { schema: { tags: ['matters'], querystring: WorkbenchQuery, response: { 200: Workbench } } },
    (request) => transact(pool, request.caller, (tx) => workbench(tx, request.caller, request.query, now())),
  );
  http.post(
    '/api/matters',
    { schema: { tags: ['matters'], body: RegisterMatter, response: { 200: ActReceipt } } },
    (request) => transact(pool, request.caller, (tx) => registerByHand(tx, request.caller, request.body, now())),
  );
  http.get(
    '/api/matters/:id',
    { schema: { tags: ['matters'], params: ID, response: { 200: MatterView } } },
    (request) => transact(pool, request.caller, (tx) => viewMatter(tx, request.caller, request.params.id, now())),
  );
  http.get(
    '/api/matters/:id/story',
    {
      schema: {
        tags: ['matters'],
        params: ID,
        querystring: z.object({ before: z.coerce.number().int().min(2) }),
        response: { 200: Story },
      },
    },
    (request) =>
      transact(pool, request.caller, (tx) => story(tx, request.caller.city, request.params.id, request.query.before)),
  );
  http.post(
    '/api/matters/:id/acts',
    { schema: { tags: ['matters'], params: ID, body: ActRequest, response: { 200: ActReceipt } } },
    (request) => {
      if (request.body.kind === 'register') return refuse('matter.already-registered', {}, { pointer: '/kind' });
      return act(pool, request.caller, request.params.id, request.body, now());
    },
  );
  http.get(
    '/api/mechanisms/:key',
    {
      schema: { tags: ['mechanisms'], params: z.object({ key: z.string().max(60) }), response: { 200: MechanismView } },
    },
    (request) =>
      transact(pool, request.caller, (tx) => getNewestMechanism(tx, request.caller.city, request.params.key)),
  );
};
