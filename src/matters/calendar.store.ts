import { calendar, nationalCalendar, type Calendar } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';

const amendments = {
  name: 'calendar.amendments',
  text: `select distinct on (day) day, working, reason, version from calendar_amendment where city = $1 order by day, version desc`,
};
type Row = { day: string; working: boolean; reason: string; version: number };

/** Calendars already made, by city; making one takes milliseconds, an amendment comes a few times a year. */
const made = new Map<number, { amendments: string; calendar: Calendar }>();
/** How long a city's amendments are taken as read, in milliseconds; an act would else pay a round trip to learn nothing. */
const FRESH_MS = 5000;
const readAt = new Map<number, number>();

/** The city's working calendar: the State Council's with the city's own amendments; its version names both. */
export async function calendarOf(tx: Tx, city: number, now: Date): Promise<Calendar> {
  const known = made.get(city);
  if (known && now.getTime() - (readAt.get(city) ?? 0) < FRESH_MS && now.getTime() >= (readAt.get(city) ?? 0))
    return known.calendar;
  const rows = await tx.run<Row>(amendments, [city]);
  readAt.set(city, now.getTime());
  const key = JSON.stringify(rows);
  if (known?.amendments === key) return known.calendar;
  const version = rows.length
    ? `${nationalCalendar.version}+${rows.length}.${Math.max(...rows.map((r) => r.version))}`
    : nationalCalendar.version;
  const fresh = rows.length ? calendar({ version, amendments: rows }) : nationalCalendar;
  made.set(city, { amendments: key, calendar: fresh });
  return fresh;
}
