import { defineJob } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { newestMechanisms } from '../mechanisms/mechanism.store.ts';
import { sumFacts } from './sum.store.ts';

/** Sums up anew, each night, what the matters of every mechanism count as. Figures are right without; over many matters they come sooner with it. */
export const factsSummed = defineJob<Record<string, never>>('matters.facts-summed', async (city, _, { pool }) => {
  const system = { city, system: true } as const;
  const mechanisms = await transact(pool, system, (tx) => newestMechanisms(tx, city));
  for (const { key } of mechanisms) await transact(pool, system, (tx) => sumFacts(tx, city, key));
});
