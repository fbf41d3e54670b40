import { z } from 'zod';
import { NewId } from '../../kernel/contract.ts';

/** What crosses the wire about the working calendar and the city's own amendments to it. Pure. */
const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

/** Days of the city, both included. */
export const DaySpan = z.object({ from: Day, until: Day });
/** A day as a calendar on the wall shows it; see the kernel's `calendarDay`. */
export const CalendarDay = z.object({
  day: Day,
  working: z.boolean(),
  kind: z.enum(['workday', 'weekend', 'holiday', 'makeup', 'amended']),
  holiday: z.object({ zh: z.string(), en: z.string() }).nullable(),
  reason: z.string().nullable(),
  published: z.boolean(),
});
export type CalendarDay = z.infer<typeof CalendarDay>;
export const CalendarDays = z.object({ version: z.string(), days: z.array(CalendarDay) });
export type CalendarDays = z.infer<typeof CalendarDays>;

/** A day made a working day or a day off; with null it is again what the national calendar says. */
export const AmendDay = z.strictObject({
  id: NewId,
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

/**
 * A day, how many clocks run over it, and how many open matters fall due on it: they keep the days that they were given. `read`:
 * of those due as many as the caller may read, and a list of them holds.
 */
export const DayOutlook = z.object({ day: CalendarDay, running: z.int(), due: z.int(), read: z.int() });
export type DayOutlook = z.infer<typeof DayOutlook>;
