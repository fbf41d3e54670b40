import { z } from 'zod';
import { CalendarDay } from '../calendars/calendar.contract.ts';
import { Named } from '../../mechanism/contract.ts';
import { MatterRow } from '../lists/row.contract.ts';

/** What crosses the wire about what falls due when. Pure. */
/** What begins on a day of itself, below which matter. */
export const Begins = z.object({ matter: z.uuid(), number: z.string(), text: z.string(), name: Named });
export type Begins = z.infer<typeof Begins>;

/** `count` is all that falls due on the day and is open, `rows` the first of it; `beginning` how many begin of themselves, `begins` the first. */
export const AgendaDay = CalendarDay.extend({
  count: z.int(),
  rows: z.array(MatterRow),
  beginning: z.int(),
  begins: z.array(Begins),
});
export type AgendaDay = z.infer<typeof AgendaDay>;
/** `recurring`: of so many matters, the soonest, it is told what begins below them; null where that is all of them. */
export const Agenda = z.object({ days: z.array(AgendaDay), recurring: z.int().nullable() });
export type Agenda = z.infer<typeof Agenda>;
