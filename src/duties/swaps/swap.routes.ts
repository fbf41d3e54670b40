import { z } from 'zod';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import { AnswerSwap, NewDutySwap } from '../duty.contract.ts';
import { answerSwap, askSwap } from './swap.acts.ts';

const tags = ['directory'];
const Done = z.object({ id: z.uuid() });
type When = Parameters<typeof askSwap>[3];

/** Changing duties with a colleague, over HTTP. `at`: the city's working days and the time now. */
export const swapRoutes = (at: (tx: Tx, city: number) => Promise<When>) =>
  ((http, { pool }) => {
    http.post(
      '/api/duties/swaps',
      {
        config: { refuses: [403, 409] },
        schema: {
          tags,
          summary: 'Ask a colleague to change a duty of one’s own for one of theirs',
          body: NewDutySwap,
          response: { 200: Done },
        },
      },
      async ({ caller, body }) => {
        await transact(pool, caller, async (tx) => askSwap(tx, caller, body, await at(tx, caller.city)));
        return { id: body.id };
      },
    );
    http.post(
      '/api/duties/swaps/:id/acts',
      {
        config: { refuses: [404, 409] },
        schema: {
          tags,
          summary: 'Accept or decline a swap that one was asked for, or take back one’s own',
          params: z.object({ id: z.uuid('duties.swap-no-such') }),
          body: AnswerSwap,
          response: { 200: Done },
        },
      },
      async ({ caller, params, body }) => {
        await transact(pool, caller, async (tx) => answerSwap(tx, caller, params.id, body, await at(tx, caller.city)));
        return { id: body.id };
      },
    );
  }) satisfies RoutePlugin;
