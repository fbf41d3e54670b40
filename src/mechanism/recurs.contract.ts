import { z } from 'zod';
import { Named } from './named.contract.ts';

/**
 * What comes round again while a matter stands in certain stages: each time, a matter of its own begins below it, for the same lead unit.
 * Reckoned from the day on which the matter came into those stages.
 */
export const RecurRule = z.strictObject({
  name: Named,
  /** The mechanism of what begins; one of those that may stand below. */
  kind: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/u),
  during: z.array(z.string()).min(1),
  /** RRULE of RFC 5545, in whole days: `FREQ=MONTHLY;BYMONTHDAY=10`. */
  rule: z.string().min(1).max(300),
  /** What becomes of one that falls on a day off: it waits for the next working day, or does not take place. Left out: it begins that day. */
  dayOff: z.enum(['next', 'skip']).optional(),
  /** How long there is to do it, from the day on which it begins. */
  limit: z.string().regex(/^\d{1,9} (workdays?|days?)$/u),
});
export type RecurRule = z.infer<typeof RecurRule>;
export const RecurRules = z.record(z.string().regex(/^[a-z][a-z0-9-]{1,30}$/u), RecurRule);
