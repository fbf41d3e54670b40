import { defineJob } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { joining, searchDuplicates } from './search.ts';

/** Looks each morning for open matters that say nearly the same, mechanism by mechanism. */
export const findDuplicates = defineJob<Record<string, never>>('intake.duplicates', async (city, _, { pool, now }) => {
  const keys = await transact(pool, { city, system: true }, (tx) => joining(tx, city));
  for (const { key } of keys) await searchDuplicates(pool, city, key, now());
});
