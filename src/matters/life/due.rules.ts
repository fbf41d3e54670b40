import { dayOf, problem, type Day, type Problem } from '../../kernel/index.ts';
import type { Checked } from './ask.rules.ts';

/** The day that an act names as the one to be done by; null where it names none. */
export const dueOf = (ask: Checked): Day | null => ('due' in ask.given ? (ask.given.due ?? null) : null);

/** Why that day cannot be meant, as it has gone by, by the name that the act has for it; null where it can. */
export const inThePast = (
  { kind: act, now }: Pick<Checked, 'kind' | 'now'>,
  due: Day | null,
  field: 'due' | 'until' = 'due',
): Problem | null =>
  due && due < dayOf(now)
    ? problem('matter.due-in-the-past', { act, field, due, today: dayOf(now) }, { pointer: `/given/${field}` })
    : null;
