import { defineJob, enqueue, type Job, type Schedule } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { deliver } from './deliver.acts.ts';
import { gather, type ToDeliver } from '../telling/gather.acts.ts';
import { ladderJob } from '../telling/ladder.jobs.ts';
import type { Outward } from './outward.ts';
import { tellJob } from '../telling/tell.jobs.ts';

/** A message is sent; one that did not arrive is tried again by the queue, later each time. */
const deliverJob = (outward: Outward): Job<ToDeliver> => {
  const job: Job<ToDeliver> = defineJob('notices.deliver', async (city, { delivery }, { pool, now }) => {
    const outcome = await deliver(pool, city, delivery, outward, now());
    if (outcome.done) return;
    if (!outcome.at) throw new Error(outcome.said);
    const { at } = outcome;
    const key = `deliver:${delivery}`;
    await transact(pool, { city, system: true }, (tx) => enqueue(tx, job, { delivery }, { at, key }));
  });
  return job;
};

/** The work of notices outside requests: telling of acts, of clocks, gathering messages, sending them. */
export function noticeJobs(outward: Outward): {
  jobs: Job<ToDeliver>[];
  schedules: Schedule[];
  delivering: Job<ToDeliver>;
} {
  const delivering = deliverJob(outward);
  const gathering = defineJob<Record<string, never>>('notices.gather', (city, _, { pool, now }) =>
    gather(pool, city, outward.hours, delivering, now()),
  );
  return {
    delivering,
    jobs: [delivering],
    schedules: [
      { at: '* * * * *', job: tellJob(outward.hours, delivering) },
      { at: '* * * * *', job: gathering },
      { at: '*/10 * * * *', job: ladderJob(outward.hours) },
    ],
  };
}
