import { addDays, dayOf } from '../../kernel/index.ts';
import { defineJob } from '../../platform/jobs/index.ts';
import { countWeek } from './week.ts';

/** Counts the topics of the week that yesterday was in: each morning the running week, on Mondays the one that is over. */
export const countTopics = defineJob<Record<string, never>>('intake.topics', (city, _, { pool, now }) =>
  countWeek(pool, city, addDays(dayOf(now()), -1), now()),
);
