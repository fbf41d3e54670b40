import { z } from 'zod';
import { NewId } from '../kernel/contract.ts';

/** What crosses the wire about trying a changed mechanism on what was done. Pure. */

const Day = z.iso.date();

/** What is compared, in the order in which it is told. */
export const MEASURES = ['late', 'reminders', 'blue', 'yellow', 'orange', 'red', 'listed', 'raised'] as const;
export const Measure = z.enum(MEASURES);
export type Measure = z.infer<typeof Measure>;

/**
 * A file to be tried on the matters of the mechanism `of` that were registered from `since` on: its own, or for one that has none yet
 * those of what it was copied from.
 */
export const TryMechanism = z.strictObject({
  id: NewId,
  source: z.string().min(1).max(200_000),
  of: z.string().max(60),
  since: Day,
});
export type TryMechanism = z.infer<typeof TryMechanism>;

/** Of so many matters those that whoever asked may read, the first of them, each to be opened. */
const Told = z.object({ n: z.int(), shown: z.array(z.object({ id: z.uuid(), number: z.string() })) });
export type Told = z.infer<typeof Told>;

/** Acts that were refused for one reason: of so many matters, with an example. */
const Refused = z.object({ kind: z.string(), why: z.string(), n: z.int(), example: Told });

/** What a trial found, as the file of its transfer holds it. The sentences are in the language of whoever asked. */
export const Trial = z.object({
  of: z.string(),
  since: Day,
  until: Day,
  matters: z.int(),
  measures: z.record(Measure, z.object({ was: z.int(), would: z.int(), unknown: z.int(), more: Told, fewer: Told })),
  clocks: z.array(z.object({ name: z.string(), was: z.int(), would: z.int() })),
  refused: z.array(Refused),
  unknown: Told,
  /** Told of by trials of before as unplayable. */
  asDone: Told.default({ n: 0, shown: [] }),
  unplayable: Told,
  /** Why they cannot be played again. A trial of before has none. */
  notAgain: z.array(Refused).default([]),
});
export type Trial = z.infer<typeof Trial>;
