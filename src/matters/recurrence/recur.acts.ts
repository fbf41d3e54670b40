import { dayOf, deadline, uuidv7, type Calendar, type Day, type Uuid } from '../../kernel/index.ts';
import { limitOf, type Mechanism } from '../../mechanism/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import { notify, transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import { actByLadder } from '../nobody.acts.ts';
import { lockWithMechanism } from '../ladder/ladder.acts.ts';
import type { MatterState } from '../life/state.rules.ts';
import { dueBeginnings, goesOn } from './recurrence.rules.ts';
import { findDue, type DueAfter } from './recurrence.store.ts';

const AT_ONCE = 200;

/**
 * Begins below every matter what is due by today, each matter in a transaction of its own: one that nothing can be begun below keeps no
 * other waiting, and is thrown at the end. Where several days of a rule have passed, as no machine ran, the last of them begins and the
 * others are noted as missed: whoever tends a park waters it once and not seven times. Done again, or by two at once, it is done once.
 * Answers how many were begun.
 */
export async function beginDue(pool: Pool, city: number, now: Date): Promise<number> {
  const system = { city, system: true } as const;
  const today = dayOf(now);
  let begun = 0;
  let after: DueAfter = FIRST;
  const failed: unknown[] = [];
  for (;;) {
    const due = await transact(pool, system, (tx) => findDue(tx, city, today, after, AT_ONCE));
    for (const { id } of due)
      try {
        begun += await transact(pool, system, (tx) => beginBelow(tx, city, id, now));
      } catch (error) {
        failed.push(error);
      }
    if (due.length < AT_ONCE) break;
    after = due.at(-1)!;
  }
  if (failed.length) throw new AggregateError(failed, `below ${failed.length} matters nothing was begun`);
  return begun;
}
const FIRST: DueAfter = { on: '1970-01-01', id: '00000000-0000-0000-0000-000000000000' };

async function beginBelow(tx: Tx, city: number, matter: Uuid, now: Date): Promise<number> {
  const held = await lockWithMechanism(tx, city, matter);
  if (!held) return 0;
  const calendar = await calendarOf(tx, city, now);
  let begun = 0;
  for (const given of givenToBegin(held.state, held.mechanism, calendar, dayOf(now)))
    // What the rules have against it is left undone; that it waits is told on the matter's page.
    if ((await actByLadder(tx, city, matter, { id: uuidv7(now), kind: 'divide', given }, now)).ok) begun++;
  if (begun) notify(tx, city);
  return begun;
}

/** What is to begin now, in the words of the act that begins it. Nothing where no unit leads. */
function givenToBegin(
  state: MatterState,
  mechanism: Mechanism,
  calendar: Calendar,
  today: Day,
): Record<string, unknown>[] {
  const lead = state.units.find(({ part }) => part === 'lead')?.unit;
  if (lead === undefined) return [];
  return goesOn(state).flatMap((one) => {
    const rule = mechanism.recurs?.[one.what];
    const days = rule ? dueBeginnings(one, rule, calendar, today) : [];
    const on = days.at(-1);
    if (!rule || on === undefined) return [];
    const text = sentence('zh', 'matter.recurs-text', { what: rule.name.zh, of: state.text.slice(0, LONGEST) });
    const due = deadline(calendar, limitOf(rule.limit), today, null);
    return [{ text, lead, due, mechanism: rule.kind, recurs: { what: one.what, on, missed: days.slice(0, -1) } }];
  });
}
/** Of the words of the matter above, in characters. */
const LONGEST = 200;
