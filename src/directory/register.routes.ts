import { z } from 'zod';
import { entryAct, findLastSeq, readStream } from '../ledger/index.ts';
import type { RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { RegisterStory } from './contract.ts';
import { allow } from './directory.policy.ts';
import { findSitters } from './people/seat.store.ts';

const PAGE = 50;

/** The history of anything that the register keeps: a unit, a seat, an account, a mechanism, a calendar, a scheme. */
export const registerRoutes: RoutePlugin = (http, { pool }) => {
  http.get(
    '/api/register/:id/story',
    {
      schema: {
        tags: ['directory'],
        summary: 'What was done to an entry of the register, by whom and when; newest first',
        params: z.object({ id: z.uuid() }),
        querystring: z.object({ before: z.coerce.number().int().min(2).optional() }),
        response: { 200: RegisterStory },
      },
    },
    async ({ caller, params: { id }, query: { before } }) => {
      allow(caller, 'register.read');
      return transact(pool, caller, async (tx) => {
        const upTo = before === undefined ? await findLastSeq(tx, caller.city, id) : before - 1;
        const from = Math.max(1, upTo - PAGE + 1);
        const stored = await readStream(tx, caller.city, id, { from, upTo, limit: PAGE });
        const sitter = await findSitters(tx, caller.city, [...new Set(stored.flatMap(({ seat }) => seat ?? []))]);
        const acts = stored.toReversed().map((act) => {
          const { id: actId, seq, kind, at, seat, given } = entryAct(act);
          return { id: actId, seq, kind, at, who: (seat && sitter(seat, act.at)?.name) ?? '', given };
        });
        return { acts, next: from > 1 ? from : null };
      });
    },
  );
};
