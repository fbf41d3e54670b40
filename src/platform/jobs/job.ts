import type { Pool } from '../postgres/index.ts';

/** What a job works with. */
export type JobContext = { readonly pool: Pool; readonly now: () => Date };

/**
 * Work done outside a request. It may run more than once (a worker can die after its effect and before saying so), so its
 * effects must be such that twice is once.
 */
export type Job<P extends object> = {
  readonly name: string;
  readonly handle: (city: number, payload: P, context: JobContext) => Promise<void>;
};

/** Names a job and what it does; `name` is unique in the whole program and stands in the queue. */
export const defineJob = <P extends object>(name: string, handle: Job<P>['handle']): Job<P> => ({ name, handle });

/** A job that runs by the clock for every city. `at` is a crontab line in UTC. */
export type Schedule = { readonly at: string; readonly job: Job<Record<string, never>> };
