export { defineJob, type Schedule } from './job.ts';
export { enqueue, findCities } from './jobs.store.ts';
export { migrateJobs, startWorker } from './worker.ts';
