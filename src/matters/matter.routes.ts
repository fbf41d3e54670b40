import { z } from 'zod';
import { refuse } from '../kernel/index.ts';
import { besideTwin } from '../ledger/index.ts';
import { Mechanism } from '../mechanism/index.ts';
import type { RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { ActReceipt, ActRequest, ID, MatterView, RegisterMatter } from './contract.ts';
import { Given } from './life/given.contract.ts';
import { act } from './matter.acts.ts';
import { viewMatter } from './matter.view.ts';
import { getNewestMechanism } from './mechanisms/mechanism.store.ts';
import { registerTogether } from './register-together.acts.ts';
import { workbenchRoutes } from './lists/workbench.routes.ts';
import { matterPartRoutes } from './matter-parts.routes.ts';

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
export const matterRoutes: RoutePlugin = (http, deps) => {
  const { pool, now } = deps;
  workbenchRoutes(http, deps);
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
    ({ caller, body }) => besideTwin(() => registerTogether(pool, caller.city, { caller, request: body, now: now() })),
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
  http.post(
    '/api/matters/:id/acts',
    {
      config: { variants: ACTS, example: ACT_EXAMPLE },
      schema: {
        tags: ['matters'],
        summary: 'Act on a matter; which kinds there are and what each takes stands in the body',
        description:
          'id is the caller’s own (UUIDv7): sent again, it gives the first answer. seen is the seq that was looked at: if the matter has moved on in a way that matters, the answer is 409 and nothing is done. An assignment that takes the matter from units that have it wants it.',
        params: ID,
        body: ActRequest,
        response: { 200: ActReceipt },
      },
    },
    (request) => {
      if (request.body.kind === 'register') return refuse('matter.already-registered', {}, { pointer: '/kind' });
      return act(pool, request.caller, request.params.id, request.body, now(), { looked: false });
    },
  );
  matterPartRoutes(http, deps);
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
