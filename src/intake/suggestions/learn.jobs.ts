import { defineJob } from '../../platform/jobs/index.ts';
import { learn } from './learn.ts';

/** Learns what to suggest: each night, and whenever it is asked for. */
export const learnSuggestions = defineJob<Record<string, never>>('intake.suggestions', (city, _, { pool, now }) =>
  learn(pool, city, now()),
);
