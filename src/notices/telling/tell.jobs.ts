import { TELL } from '../../ledger/index.ts';
import { defineJob, type Job } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import type { ToDeliver } from './gather.acts.ts';
import type { Hours } from './hours.rules.ts';
import { tellOfActs } from './tell.acts.ts';

/** Empties the outbox, batch by batch: shortly after an act, and every minute for what a dying process left. */
export const tellJob = (hours: Hours, delivering: Job<ToDeliver>): Job<Record<string, never>> =>
  defineJob(TELL, async (city, _, { pool, now }) => {
    const tellSome = () =>
      transact(pool, { city, system: true }, (tx) => tellOfActs(tx, city, { hours, delivering }, now()));
    while ((await tellSome()) > 0);
  });
