import { calendarDay, dayOf, problem, refuse, Refusal, type Uuid } from '../../kernel/index.ts';
import { adopt, beginChange, entrySubject, record, streamOf, type Noun } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { SystemCaller, Tx } from '../../platform/postgres/index.ts';
import type { AmendDay } from './calendar.contract.ts';
import { AMEND_DAY, foldCalendar, type CalendarState } from './calendar.rules.ts';
import { calendarNow, insertAmendments, listAmendments } from './calendar.store.ts';

/** The entry of a city's calendar in the register; every city has one, once a day is amended. */
const ENTRY: Uuid = streamOf('calendar');

const calendarNoun: Noun<CalendarState> = {
  name: 'calendar',
  opens: AMEND_DAY,
  fold: foldCalendar,
  async write(tx, city, entries) {
    for (const { state } of entries) await insertAmendments(tx, city, state.amendments);
  },
  async read(tx, city, { from, upTo }) {
    if (ENTRY < from || ENTRY > upTo) return [];
    const amendments = await listAmendments(tx, city);
    return amendments.length ? [{ id: ENTRY, state: { amendments } }] : [];
  },
};

export const calendarSubject = entrySubject(calendarNoun);
/** Takes the amendments of the calendar that were made before their acts were kept into the ledger; answers with how many. */
export const adoptCalendar = (tx: Tx, by: SystemCaller, now: Date): Promise<number> => adopt(tx, by, calendarNoun, now);

/**
 * Makes a day a working day or a day off, or gives it back to the national calendar. Clocks that run keep the day that they
 * were given; what starts, pauses or is resumed from now on is reckoned with it. Done again under the same id it is done once.
 * Throws `calendar.administrators-only` (403), `calendar.day-past`, `calendar.changes-nothing`.
 */
export async function amendDay(tx: Tx, by: Caller | SystemCaller, asked: AmendDay, now: Date): Promise<void> {
  if (!('system' in by) && by.role !== 'administrator')
    throw new Refusal(problem('calendar.administrators-only', {}, { status: 403 }));
  const { id, day, working, reason } = asked;
  const change = { entry: ENTRY, id, kind: AMEND_DAY, given: { day, working, reason } };
  if ((await beginChange(tx, by, change)) === 'done') return;
  const today = dayOf(now);
  // What was reckoned over a day that is over was reckoned rightly then.
  if (day < today) refuse('calendar.day-past', { day, today }, { pointer: '/day' });
  const is = calendarDay(await calendarNow(tx, by.city), day);
  if (working === null ? is.kind !== 'amended' : is.working === working)
    refuse('calendar.changes-nothing', { day }, { pointer: '/working' });
  await record(tx, by, calendarNoun, [change], now);
}
