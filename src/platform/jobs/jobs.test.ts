import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { transact } from '../postgres/index.ts';
import { defineJob, enqueue, migrateJobs, startWorker } from './index.ts';

const { pool, owner, url } = await testDatabase();
await migrateJobs(url);

const done: { city: number; what: string }[] = [];
const faults: string[] = [];
const job = defineJob<{ what: string }>('test.note', async (city, { what }) => {
  if (what === 'fails') throw new Error('once more');
  done.push({ city, what });
});
const options = {
  ownerUrl: url,
  owner,
  pool,
  now: () => new Date(),
  jobs: [job],
  schedules: [],
  onFault: (name: string) => faults.push(name),
};
const who = (city: number) => ({ city, system: true }) as const;
async function until(condition: () => boolean): Promise<void> {
  for (let n = 0; n < 200 && !condition(); n++) await sleep(25);
}

test('a job is done for its city if its transaction commits, and is not there if it does not', async () => {
  const worker = await startWorker(options);
  const undone = transact(pool, who(5), async (tx) => {
    await enqueue(tx, job, { what: 'never' });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await transact(pool, who(5), (tx) => enqueue(tx, job, { what: 'kept' }));
  await until(() => done.length > 0);
  await worker.stop();
  expect(done.splice(0)).toEqual([{ city: 5, what: 'kept' }]);
});

test('a waiting job of the same key is replaced, in its own city only', async () => {
  for (const [city, what] of [
    [5, 'old'],
    [5, 'new'],
    [6, 'other'],
  ] as const)
    await transact(pool, who(city), (tx) => enqueue(tx, job, { what }, { key: 'k' }));
  const worker = await startWorker(options);
  await until(() => done.length >= 2);
  await worker.stop();
  expect(done.splice(0).toSorted((a, b) => a.city - b.city)).toEqual([
    { city: 5, what: 'new' },
    { city: 6, what: 'other' },
  ]);
});

test('a failing job is told and kept for another time', async () => {
  await transact(pool, who(5), (tx) => enqueue(tx, job, { what: 'fails' }));
  const worker = await startWorker(options);
  await until(() => faults.length > 0);
  await worker.stop();
  expect(faults).toEqual(['test.note']);
  const { rows } = await owner.query('select attempts, last_error from graphile_worker.jobs');
  expect(rows).toMatchObject([{ attempts: 1, last_error: expect.stringContaining('once more') }]);
  await owner.query('delete from graphile_worker._private_jobs');
});

test('what is done by the clock for every city is done for those after one in which it fails, which is told', async () => {
  await owner.query(`insert into city (city, name) values (5, '甲市'), (6, '乙市'), (7, '丙市')`);
  const nightly = defineJob<Record<string, never>>('test.nightly', async (city) => {
    if (city === 6) throw new Error('no night');
    done.push({ city, what: 'night' });
  });
  await owner.query(`select graphile_worker.add_job('test.nightly', '{}')`);
  const told: unknown[] = [];
  const schedules = [{ at: '0 4 1 1 *', job: nightly }];
  const worker = await startWorker({ ...options, schedules, onFault: (_, error) => told.push(error) });
  await until(() => told.length > 0);
  await worker.stop();
  expect(done.splice(0).map(({ city }) => city)).toEqual([5, 7]);
  expect(told.map(String)).toEqual([expect.stringContaining('city 6: Error: no night')]);
  await owner.query('delete from graphile_worker._private_jobs');
});

test('what a killed worker was holding is freed; what a living one holds is not', async () => {
  await transact(pool, who(5), (tx) => enqueue(tx, job, { what: 'held by the dead' }));
  await owner.query(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-gone', attempts = 1`,
  );
  const living = await owner.connect();
  await living.query(`select pg_advisory_lock(72117002, hashtext('worker-living'))`);
  await transact(pool, who(5), (tx) => enqueue(tx, job, { what: 'held by the living' }));
  await owner.query(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-living', attempts = 1 where locked_by is null`,
  );
  const worker = await startWorker(options);
  await until(() => done.length > 0);
  await sleep(100);
  await worker.stop();
  living.release(true);
  expect(done.splice(0)).toEqual([{ city: 5, what: 'held by the dead' }]);
});
