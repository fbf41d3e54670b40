import { defineJob } from '../../platform/jobs/index.ts';
import { beginDue } from './recur.acts.ts';

/** Each morning and through the day, so that a morning on which no worker ran is made up for. */
export const recurring = defineJob<Record<string, never>>('matters.recur', async (city, _, { pool, now }) => {
  await beginDue(pool, city, now());
});
