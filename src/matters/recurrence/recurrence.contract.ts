import { z } from 'zod';
import { Named } from '../../mechanism/contract.ts';

/** What crosses the wire about what begins below a matter again and again. */
const Day = z.iso.date();

/** Which of them an act begins, of which day; `missed`: the days before it on which nothing was begun, as no machine ran. */
export const Recurs = z.strictObject({
  what: z.string().min(1).max(40),
  on: Day,
  missed: z.array(Day).max(4000),
});

export const RecurringView = z.object({
  what: z.string(),
  name: Named,
  /** RRULE of RFC 5545. */
  rule: z.string(),
  dayOff: z.enum(['next', 'skip']).nullable(),
  limit: z.string(),
  /** The day from which it is reckoned. */
  from: Day,
  /** The days on which it begins next, the soonest first; none while it stands still, and once it is over. */
  next: z.array(Day),
  last: Day.nullable(),
  begun: z.int(),
  missed: z.int(),
  /** The last of the days that were missed. */
  lately: z.array(Day),
  /** The day has come, and nothing could be begun. */
  waits: z.boolean(),
  /** `still`: it goes on when the matter does; `over`: nothing more begins. */
  stands: z.enum(['going', 'still', 'over']),
});
export type RecurringView = z.infer<typeof RecurringView>;
