import { EventEmitter } from 'node:events';
import {
  Logger,
  makeWorkerUtils,
  parseCronItems,
  run,
  runMigrations,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type { Pool } from '../postgres/index.ts';
import type { Job, JobContext, Schedule } from './job.ts';
import { findCities, findDeadWorkers, openMarks } from './jobs.store.ts';

export type WorkerOptions = JobContext & {
  /** Connection string of the schema's owner. */
  readonly ownerUrl: string;
  readonly owner: Pool;
  // oxlint-disable-next-line typescript/no-explicit-any -- each job knows its own payload; the list holds all kinds
  readonly jobs: readonly Job<any>[];
  readonly schedules: readonly Schedule[];
  /** Hears of a job that failed; it is tried again, later each time. */
  readonly onFault: (job: string, error: unknown) => void;
};

export type Worker = { stop(): Promise<void> };

const AT_ONCE = 2;
const silent = new Logger(() => () => undefined);

/** Makes or updates the queue's tables. Before the first job is enqueued. */
export const migrateJobs = (ownerUrl: string): Promise<void> =>
  runMigrations({ connectionString: ownerUrl, logger: silent });

/** Works off the queue in this process, beside any number of others. Frees first what a killed worker was holding. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { ownerUrl, owner } = options;
  await freeDeadWorkers(ownerUrl, owner);
  const marks = await openMarks(ownerUrl);
  const events = new EventEmitter() as WorkerEvents;
  const marking: Promise<unknown>[] = [];
  events.on('worker:create', ({ worker }) => marking.push(marks.add(worker.workerId)));
  events.on('job:error', ({ job, error }) => options.onFault(job.task_identifier, error));
  const runner = await run({
    connectionString: ownerUrl,
    taskList: tasks(options),
    parsedCronItems: parseCronItems(options.schedules.map(({ at, job }) => ({ task: job.name, match: at }))),
    concurrency: AT_ONCE,
    noHandleSignals: true,
    logger: silent,
    events,
  });
  await Promise.all(marking);
  return {
    async stop() {
      await runner.stop();
      await marks.release();
    },
  };
}

/** The queue alone would keep a killed worker's jobs locked for four hours. */
async function freeDeadWorkers(ownerUrl: string, owner: Pool): Promise<void> {
  const dead = await findDeadWorkers(owner);
  if (dead.length === 0) return;
  const utils = await makeWorkerUtils({ connectionString: ownerUrl, logger: silent });
  try {
    await utils.forceUnlockWorkers(dead);
  } finally {
    await utils.release();
  }
}

function tasks({ jobs, schedules, owner, pool, now }: WorkerOptions): TaskList {
  const list: TaskList = {};
  for (const { name, handle } of jobs)
    list[name] = async (payload) => {
      const { city, given } = payload as { city: number; given: object };
      await handle(city, given, { pool, now });
    };
  for (const { job } of schedules)
    list[job.name] = async (payload) => {
      // Woken for one city between its hours, or by the clock for all.
      const { city } = payload as { city?: number };
      const cities = city === undefined ? await findCities(owner) : [city];
      await forEachOf(cities, (each) => job.handle(each, {}, { pool, now }));
    };
  return list;
}

/** One city after the other. One that fails keeps none waiting: it is told of when all had their turn. */
async function forEachOf(cities: readonly number[], handle: (city: number) => Promise<void>): Promise<void> {
  const faults: Error[] = [];
  for (const city of cities)
    await handle(city).catch((cause: unknown) => faults.push(new Error(`city ${city}: ${String(cause)}`, { cause })));
  if (faults.length > 0) throw faults.length === 1 ? faults[0]! : new AggregateError(faults, faults.join('\n'));
}
