import { z } from 'zod';
import { CalendarDay } from '../calendars/calendar.contract.ts';
import { MatterRow } from '../contract.ts';

/** What crosses the wire about what falls due when. Pure. */
/** `count` is all that falls due on the day and is open; `rows` the first of it. */
export const AgendaDay = CalendarDay.extend({ count: z.int(), rows: z.array(MatterRow) });
export type AgendaDay = z.infer<typeof AgendaDay>;
export const Agenda = z.object({ days: z.array(AgendaDay) });
export type Agenda = z.infer<typeof Agenda>;
