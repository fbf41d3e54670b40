import { calendar, nationalCalendar, type Calendar } from '../../kernel/index.ts';
import { afterCommit, remembered, type Tx } from '../../platform/postgres/index.ts';
import type { AmendedDay } from './calendar.rules.ts';

const amendments = {
  name: 'calendar.amendments',
  text: `select distinct on (day) day, working, reason, count(*) over ()::integer as n from calendar_amendment
    where city = $1 order by day, version desc`,
};
type Row = { day: string; working: boolean | null; reason: string; n: number };

/** What was read of a city's amendments, when, and the calendar that they make. */
type Read = { amendments: string; calendar: Calendar; at: number };
/** By city; making a calendar takes milliseconds, an amendment comes a few times a year. */
const known = remembered<Read>();
/** How long a city's amendments are taken as read, in milliseconds; an act would else pay a round trip to learn nothing. */
const FRESH_MS = 5000;

/** The city's working calendar: the State Council's with the city's own amendments; its version names both. */
export async function calendarOf(tx: Tx, city: number, now: Date): Promise<Calendar> {
  const before = known.get(tx, String(city));
  const age = before ? now.getTime() - before.at : Infinity;
  if (before && age >= 0 && age < FRESH_MS) return before.calendar;
  const rows = await tx.run<Row>(amendments, [city]);
  const key = JSON.stringify(rows);
  const fresh = before?.amendments === key ? before.calendar : madeOf(rows);
  known.set(tx, String(city), { amendments: key, calendar: fresh, at: now.getTime() });
  return fresh;
}

function madeOf(rows: readonly Row[]): Calendar {
  if (rows.length === 0) return nationalCalendar;
  const standing = rows.flatMap(({ day, working, reason }) => (working === null ? [] : [{ day, working, reason }]));
  return calendar({ version: `${nationalCalendar.version}+${rows[0]!.n}`, amendments: standing });
}

/** As {@link calendarOf}, as the database has it at this moment. */
export const calendarNow = async (tx: Tx, city: number): Promise<Calendar> =>
  madeOf(await tx.run<Row>(amendments, [city]));

const insert = {
  name: 'calendar.amend',
  text: `insert into calendar_amendment (city, day, version, working, reason, seat, at)
    select $1, day, version, working, reason, seat, at
    from json_to_recordset($2) as r (day date, version integer, working boolean, reason text, seat uuid, at timestamptz)
    on conflict do nothing`,
};

/** Writes the amendments that are not there yet. This process hears of them at once, others within some seconds. */
export async function insertAmendments(tx: Tx, city: number, days: readonly AmendedDay[]): Promise<void> {
  await tx.run(insert, [city, JSON.stringify(days)]);
  afterCommit(tx, () => known.forget(tx, String(city)));
}

const all = {
  name: 'calendar.all-amendments',
  text: `select day, version, working, reason, seat, at from calendar_amendment where city = $1 order by at, day, version`,
};

/** Every amendment that there was, oldest first. */
export const listAmendments = async (tx: Tx, city: number): Promise<AmendedDay[]> =>
  (await tx.run<Omit<AmendedDay, 'at'> & { at: Date }>(all, [city])).map((row) => ({
    ...row,
    at: row.at.toISOString(),
  }));

const spanning = {
  name: 'calendar.spanning',
  text: `select count(*)::integer as n from clock
    where city = $1 and stopped_at is null and paused_on is null and due_at >= $2 and started_at < $3`,
};

/** How many clocks run over a day: started before its end, due after its beginning. */
export const countSpanning = async (tx: Tx, city: number, from: Date, until: Date): Promise<number> =>
  (await tx.run<{ n: number }>(spanning, [city, from, until]))[0]!.n;

const dueOn = {
  name: 'calendar.due-on',
  text: `select count(*)::integer as n from matter where city = $1 and phase <> 'closed' and due_at >= $2 and due_at < $3`,
};

/** How many open matters that the caller may read fall due within a day. */
export const countDue = async (tx: Tx, city: number, from: Date, until: Date): Promise<number> =>
  (await tx.run<{ n: number }>(dueOn, [city, from, until]))[0]!.n;
