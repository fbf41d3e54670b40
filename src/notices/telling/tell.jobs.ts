import { TELL } from '../../ledger/index.ts';
import { defineJob, type Job } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import type { ToDeliver } from './gather.acts.ts';
import type { Hours } from './hours.rules.ts';
import { AT_ONCE, tellOfActs } from './tell.acts.ts';

/**
 * Empties the outbox, batch by batch: shortly after an act, and every minute for what a dying process left. Ends with a batch that was
 * not full: what came meanwhile has asked for a job of its own, which gathers. Going on until nothing was left, under load, told of every
 * fourth act by itself, a third of what registering cost the database.
 */
export const tellJob = (hours: Hours, delivering: Job<ToDeliver>): Job<Record<string, never>> =>
  defineJob(TELL, async (city, _, { pool, now }) => {
    const tellSome = () =>
      transact(pool, { city, system: true }, (tx) => tellOfActs(tx, city, { hours, delivering }, now()));
    while ((await tellSome()) === AT_ONCE);
  });
