import { z } from 'zod';
import { findCaller } from '../../directory/index.ts';
import { Refusal, refuse, type Uuid } from '../../kernel/index.ts';
import { registerByHand } from '../../matters/index.ts';
import { RegisterMatter } from '../../matters/contract.ts';
import { defineJob } from '../../platform/jobs/index.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import { workOff } from '../../platform/transfers/index.ts';
import { givenRaised } from './raising.ts';
import { markImported, markRefused, nextRows, type StoredRow } from './import.store.ts';

const Ask = z.object({ mechanism: z.string(), channel: z.string().nullish() });
const PAGE = 100;

/**
 * Imports the chosen rows, each in a transaction of its own in which it becomes a matter, is said to have, and is counted: broken
 * off at any moment it goes on where it was, and no row becomes two matters. What the engine will not have says why, and the
 * others go on.
 */
export const importMatters = defineJob<{ transfer: Uuid }>('intake.import', (city, { transfer: id }, context) =>
  workOff(context, city, id, async ({ transfer, progress }) => {
    const { pool, now } = context;
    const { account, seat, ask } = transfer;
    const caller = await findCaller(pool, city, account, seat, now());
    if (!caller) return refuse('sheet.seat-left', {}, { status: 403 });
    const { mechanism, channel = null } = Ask.parse(JSON.parse(ask));
    const under = { key: mechanism, channel };
    let { done } = transfer;
    for (let after = 0; ;) {
      const from = after;
      const rows = await transact(pool, caller, (tx) => nextRows(tx, city, id, from, PAGE));
      if (rows.length === 0) return undefined;
      for (const row of rows) {
        try {
          await transact(pool, caller, async (tx) => {
            await progress(tx, done + 1);
            if (await markImported(tx, city, id, row))
              await registerByHand(tx, caller, await requestOf(tx, caller.city, row, under, now()), now());
          });
          done++;
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          const { code, params = {} } = error.problem;
          const why = { field: 'text', level: 'fault', code, params } as const;
          await transact(pool, caller, (tx) => markRefused(tx, city, id, row.n, why));
        }
        after = row.n;
      }
    }
  }),
);

async function requestOf(
  tx: Tx,
  city: number,
  { act, plan }: StoredRow,
  under: { key: string; channel: string | null },
  now: Date,
): Promise<RegisterMatter> {
  const { text, area, aim, lead, co, due, dueText, confidential } = plan;
  return RegisterMatter.parse({
    id: act,
    mechanism: under.key,
    given: {
      text,
      area,
      aim,
      due,
      dueText,
      confidential,
      ...(await givenRaised(tx, city, under, plan.raised, now)),
    },
    assign: lead ? { lead, co, due } : null,
  });
}
