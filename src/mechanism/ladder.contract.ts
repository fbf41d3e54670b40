import { z } from 'zod';

/** The colours of a slip (督查单), the mildest first: due soon, overdue, overdue and listed, overdue and raised. */
export const SlipColor = z.enum(['blue', 'yellow', 'orange', 'red']);
export type SlipColor = z.infer<typeof SlipColor>;

/**
 * Who is told: whoever does the unit's work (of a clock of the matter: whoever of the supervision office has it), the head who
 * answers for them, the supervision office, the mayors.
 */
export const Hearer = z.enum(['owner', 'superior', 'office', 'mayor']);
export type Hearer = z.infer<typeof Hearer>;

/** To whom a matter is raised: the next head above the unit (where there is none: a mayor), or a mayor. */
export const RaisedTo = z.enum(['superior', 'mayor']);
export type RaisedTo = z.infer<typeof RaisedTo>;

/** One rung: on which working day, and what is done then. Who is told is always said; the rest may be left out. */
export const Rung = z.strictObject({
  /** `2 workdays before`, `due day`, `3 workdays after`: counted from the day on which the clock runs out. */
  at: z.string().regex(/^([1-9]\d{0,2} workdays? (before|after)|due day)$/u),
  tell: z.array(Hearer).min(1),
  /** The unit gets a slip of this colour. */
  slip: SlipColor.optional(),
  /** The unit is reminded (催办). */
  remind: z.boolean().optional(),
  /** The matter is put on the public list, to be done within so long. */
  list: z
    .string()
    .regex(/^[1-9]\d{0,2} workdays?$/u)
    .optional(),
  raise: RaisedTo.optional(),
});
export type Rung = z.infer<typeof Rung>;
