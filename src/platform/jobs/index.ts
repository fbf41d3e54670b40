export { defineJob, type Job, type JobContext, type Schedule } from './job.ts';
export { enqueue, findCities } from './jobs.store.ts';
export { enqueueSoon } from './soon.ts';
export { migrateJobs, startWorker, type WorkerOptions } from './worker.ts';
