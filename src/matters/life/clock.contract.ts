import { z } from 'zod';
import { ActKind, Rung } from '../../mechanism/contract.ts';
import { ClockPast } from '../story/story.contract.ts';

/** What crosses the wire about a matter's clocks. */
const Uuid = z.uuid();
const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

/** How a clock looks now: time left counts working days from today, 0 is today, negative is overdue; a right that was let pass is lapsed, and nobody late. */
export const ClockSlip = z.enum(['calm', 'soon', 'overdue', 'paused', 'met', 'late', 'void', 'lapsed']);
export type ClockSlip = z.infer<typeof ClockSlip>;

export const ClockView = z.object({
  clock: z.string(),
  unit: Uuid.nullable(),
  /** The seat that owes it, where the matter was raised to one. */
  seat: Uuid.nullable(),
  /** It runs beside the matter's own time, for a leader's word. */
  aside: z.boolean(),
  startedAt: Instant,
  limit: z.string(),
  due: Day,
  /** Its last day counts to midnight; left out, to the close of business. */
  wholeDay: z.literal(true).optional(),
  dueAt: Instant,
  pausedOn: Day.nullable(),
  stoppedAt: Instant.nullable(),
  slip: ClockSlip,
  workdaysLeft: z.int().nullable(),
  /** Elapsed share of the limit in working days, 0 to 1 and beyond when overdue. */
  spent: z.number(),
  /** Of a clock that stands still: the day on which it would run out if it were set going again now. */
  dueIfResumed: Day.nullable(),
});
export type ClockView = z.infer<typeof ClockView>;

/**
 * A clock on the matter's own page: the acts that it waits for, and what happened to it. `freed`: the city's reason where it made
 * the day on which the clock runs out a day off; the day stands all the same.
 */
export const ClockTold = ClockView.extend({
  waitsFor: z.array(ActKind),
  freed: z.string().nullable(),
  /** The next rung of its ladder, if nothing happens before that day. */
  next: Rung.omit({ at: true }).extend({ day: Day }).nullable(),
  ...ClockPast.shape,
});
export type ClockTold = z.infer<typeof ClockTold>;
