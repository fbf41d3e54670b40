import { defineJob } from '../../platform/jobs/index.ts';
import { drawSamples } from './sample.acts.ts';

/** Each morning, so that a Monday on which no worker ran is made up for; the week before is drawn once. */
export const weeklySample = defineJob<Record<string, never>>('matters.sample', async (city, _, { pool, now }) => {
  await drawSamples(pool, city, now());
});
