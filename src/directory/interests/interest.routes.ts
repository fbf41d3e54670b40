import { z } from 'zod';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import { endInterest } from './interest.acts.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { EndInterest, InterestList, NewInterest } from './interest.contract.ts';
import { listInterests } from './interest.store.ts';

const Done = z.object({ id: z.uuid() });

/** Declares something, with what follows from it elsewhere in the same transaction. */
type Declare = (tx: Tx, caller: Caller, given: NewInterest, now: Date) => Promise<void>;

/** What everybody declares of themselves. */
export const interestRoutes =
  (declare: Declare): RoutePlugin =>
  (http, { pool, now }) => {
    http.get(
      '/api/interests',
      {
        schema: {
          tags: ['directory'],
          summary: 'What one has declared to hold against one’s being impartial, that which holds first',
          response: { 200: InterestList },
        },
      },
      ({ caller }) =>
        transact(pool, caller, async (tx) => ({ rows: await listInterests(tx, caller.city, caller.account) })),
    );
    http.post(
      '/api/interests',
      {
        config: { refuses: [400, 409] },
        schema: {
          tags: ['directory'],
          summary: 'Declare an interest in an enterprise, or that there is none',
          body: NewInterest,
          response: { 200: Done },
        },
      },
      async ({ caller, body }) => {
        await transact(pool, caller, (tx) => declare(tx, caller, body, now()));
        return { id: body.id };
      },
    );
    http.post(
      '/api/interests/:id/acts',
      {
        config: { refuses: [404, 409] },
        schema: {
          tags: ['directory'],
          summary: 'End a declaration of one’s own that holds no more',
          params: z.object({ id: z.uuid('directory.no-such-interest') }),
          body: EndInterest,
          response: { 200: Done },
        },
      },
      async ({ caller, params, body }) => {
        await transact(pool, caller, (tx) => endInterest(tx, caller, params.id, body.id, now()));
        return { id: body.id };
      },
    );
  };
