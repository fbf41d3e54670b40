import { z } from 'zod';
import { SlipColor } from '../../mechanism/contract.ts';

/** What crosses the wire about what presses on a matter: slips, the public list, the higher seat, a leader's word. */
const Uuid = z.uuid();
const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

/** Somebody on a seat: by name, unit and title; the name is empty where nobody sits there now. */
const Seated = { seat: Uuid, name: z.string(), unit: Uuid.nullable(), title: z.string() };

/** What a line of a list shows of it; each left out where there is none. */
export const PressMarks = z.object({
  /** The gravest slip that no unit has answered yet. */
  slipColor: SlipColor.optional(),
  listed: z.object({ until: Day, workdaysLeft: z.int() }).optional(),
  raised: z.literal(true).optional(),
  /** Who raised it, sealed, asks to be erased, and waits for who is named; `due`: by when, with the working days left, null where that was not kept. */
  erasing: z.object({ due: Day.nullable(), workdaysLeft: z.int().nullable() }).optional(),
  /** A gate holds its work. */
  halted: z.literal(true).optional(),
  /** It goes through the green channel. */
  green: z.literal(true).optional(),
});
export type PressMarks = z.infer<typeof PressMarks>;

export const PressView = z.object({
  /** The newest last; `answered`: when the unit next said something, null while it has not; `ended`: since when it is asked for no word any more though it said none. */
  slips: z.array(
    z.object({
      act: Uuid,
      at: Instant,
      /** Null: those who are named for a sealed matter. */
      unit: Uuid.nullable(),
      color: SlipColor,
      clock: z.string().nullable(),
      text: z.string().nullable(),
      answered: Instant.nullable(),
      ended: Instant.nullable(),
    }),
  ),
  listed: z.object({ title: z.string(), at: Instant, until: Day, workdaysLeft: z.int() }).nullable(),
  /** How it last came off the list; the result is null where it needed none. */
  delisted: z.object({ title: z.string(), at: Instant, result: z.string().nullable() }).nullable(),
  raised: z.object({ ...Seated, at: Instant, reason: z.string(), due: Day.nullable() }).nullable(),
  /** A leader's newest word; `waiting`: the units that have not said yet what came of it. */
  instruction: z.object({ text: z.string(), at: Instant, waiting: z.array(Uuid), due: Day.nullable() }).nullable(),
});
export type PressView = z.infer<typeof PressView>;

/** The seats to which a matter may be raised, the nearest first. */
export const HigherSeats = z.object({ rows: z.array(z.object(Seated)) });
export type HigherSeats = z.infer<typeof HigherSeats>;
