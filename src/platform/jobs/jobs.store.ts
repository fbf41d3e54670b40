import pg from 'pg';
import type { Pool, Tx } from '../postgres/index.ts';
import type { Job } from './job.ts';

/**
 * Enqueues a job in the transaction: it is there if and only if the transaction commits. With a `key` a waiting job of the
 * same key and city is replaced, not doubled.
 */
export const enqueue = <P extends object>(tx: Tx, job: Job<P>, payload: P, options: Options = {}): Promise<void> =>
  enqueueByName(tx, job.name, payload, options);

type Options = { readonly at?: Date; readonly key?: string };

/** As {@link enqueue}, for a job that is defined by a room above. */
export async function enqueueByName(tx: Tx, job: string, payload: object, options: Options = {}): Promise<void> {
  const values = [job, JSON.stringify(payload), options.at ?? null, options.key ?? null];
  await tx.run({ name: 'jobs.enqueue', text: 'select enqueue_job($1, $2, $3, $4)' }, values);
}

/** All cities, for what runs by the clock. As the schema's owner. */
export async function findCities(owner: Pool): Promise<number[]> {
  const { rows } = await owner.query<{ city: number }>('select city from city order by city');
  return rows.map((row) => row.city);
}

/** Any number, as long as it is always the same: the first half of a worker's lock. */
const WORKER_LOCK = 72_117_002;

/** Marks of living workers, held by a connection that ends with the process, however that ends. */
export type Marks = { add(worker: string): Promise<unknown>; release(): Promise<void> };

/** Opens the connection that holds the marks of this process’s workers. */
export async function openMarks(ownerUrl: string): Promise<Marks> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'huiyin-worker' });
  client.on('error', () => undefined);
  await client.connect();
  return {
    add: (worker) => client.query(`select pg_advisory_lock(${WORKER_LOCK}, hashtext($1))`, [worker]),
    release: () => client.end(),
  };
}

/** Workers that hold jobs and are gone: nobody holds their mark. */
export async function findDeadWorkers(owner: Pool): Promise<string[]> {
  const { rows } = await owner.query<{ worker: string; gone: boolean }>(`
    select worker, pg_try_advisory_xact_lock(${WORKER_LOCK}, hashtext(worker)) as gone
    from (select distinct locked_by as worker from graphile_worker._private_jobs where locked_by is not null) holding`);
  return rows.filter(({ gone }) => gone).map(({ worker }) => worker);
}
