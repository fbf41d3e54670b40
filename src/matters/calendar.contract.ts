import { z } from 'zod';
import { CalendarDay } from './contract.ts';

/** What crosses the wire about the city's own amendments to the working calendar. Pure. */
const Uuid = z.uuid();
const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

/** A day made a working day or a day off; with null it is again what the national calendar says. */
export const AmendDay = z.strictObject({
  id: Uuid,
  day: Day,
  working: z.boolean().nullable(),
  reason: z.string().trim().min(1).max(200),
});
export type AmendDay = z.infer<typeof AmendDay>;

export const Amendment = z.object({
  day: Day,
  working: z.boolean().nullable(),
  reason: z.string(),
  at: Instant,
  /** Empty where the program itself did it. */
  who: z.string(),
});
/** Newest first, the ones that stand no more too. `version` names the calendar as it is now. */
export const AmendmentList = z.object({ version: z.string(), rows: z.array(Amendment) });
export type AmendmentList = z.infer<typeof AmendmentList>;

/** A day, and how many clocks run over it: they keep the days that they were given. */
export const DayOutlook = z.object({ day: CalendarDay, running: z.int() });
export type DayOutlook = z.infer<typeof DayOutlook>;
