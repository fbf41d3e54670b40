import { defineJob } from '../../platform/jobs/index.ts';
import { holdRankings } from './last.ts';

/** Holds the rankings of the periods that have ended. Each morning: what was held is held, and a server that was away makes up for it. */
export const rankingsHeld = defineJob<Record<string, never>>('figures.rankings', async (city, _, { pool, now }) => {
  await holdRankings(pool, city, now());
});
