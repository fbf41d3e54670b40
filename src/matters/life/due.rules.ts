import { dayOf, problem, type Day, type Problem } from '../../kernel/index.ts';
import type { Checked } from './ask.rules.ts';

/** The day that an act names as the one to be done by; null where it names none. */
export const dueOf = (ask: Checked): Day | null => ('due' in ask.given ? (ask.given.due ?? null) : null);

/** Why that day cannot be meant, as it has gone by; null where it can. */
export const inThePast = (due: Day | null, now: Date): Problem | null =>
  due && due < dayOf(now)
    ? problem('matter.due-in-the-past', { due, today: dayOf(now) }, { pointer: '/given/due' })
    : null;
