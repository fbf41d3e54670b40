import { defineJob, enqueue } from '../../platform/jobs/index.ts';
import type { UnitWork } from '../../directory/index.ts';
import { countOpen, succeedUnits } from './succeed.acts.ts';

/** Runs after a merger. */
export const succession = defineJob<Record<string, never>>('matters.succession', async (city, _, { pool, now }) => {
  await succeedUnits(pool, city, now());
});

/** Runs by the clock: for what was assigned to a unit while it was being merged, or reopened long after. */
export const lateSuccession = defineJob<Record<string, never>>(
  'matters.late-succession',
  async (city, _, { pool, now }) => {
    await succeedUnits(pool, city, now());
  },
);

/** What the directory is told of a unit's matters. */
export const unitWork: UnitWork = {
  countOpen,
  succeed: (tx) => enqueue(tx, succession, {}, { key: 'matters.succession' }),
};
