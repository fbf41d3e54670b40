import { defineJob } from '../jobs/index.ts';
import { transact } from '../postgres/index.ts';
import { removeExpiredUploads } from './upload.store.ts';

/** Takes away the half uploads that nobody has gone on with for a day. */
export const sweepUploads = defineJob<Record<string, never>>('files.sweep-uploads', async (city, _, { pool, now }) => {
  await transact(pool, { city, system: true }, (tx) => removeExpiredUploads(tx, city, now()));
});
