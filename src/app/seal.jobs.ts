import { checkpointNow } from '../ledger/index.ts';
import { defineJob } from '../platform/jobs/index.ts';
import { transact } from '../platform/postgres/index.ts';

/** Signs what has settled since the last checkpoint. Nothing new makes no new one, so that twice is once. */
export const seal = defineJob<Record<string, never>>('ledger.seal', async (city, _, { pool, now }) => {
  await transact(pool, { city, system: true }, (tx) => checkpointNow(tx, city, now()));
});
