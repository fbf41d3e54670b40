import { refuse, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import type { BelowPage } from '../contract.ts';
import { cursorOf, cursorText, type Cursor } from '../lists/cursor.rules.ts';
import { rowOf } from '../lists/row.rules.ts';
import { findMatter } from '../matter.store.ts';
import { mechanismsOf } from '../mechanisms/mechanism.store.ts';
import { findBelow } from './below.store.ts';

/** So many of them are sent at once. */
const PAGE = 20;

/**
 * More of what stands below a matter, after the key that the part before gave; the first part without one. Refuses a matter that is not
 * there or not to be read (404), and a key that was not made here.
 */
export async function moreBelow(
  tx: Tx,
  caller: Caller,
  id: Uuid,
  after: string | undefined,
  now: Date,
): Promise<BelowPage> {
  const key = cursorOf(after);
  if (!(await findMatter(tx, caller.city, id))) return refuse('matter.not-found', { id }, { status: 404 });
  return pageBelow(tx, caller, id, key, now);
}

/** A part of what stands below a matter that this seat may read: the unfinished first, of these the worst first, and its next key. */
export async function pageBelow(
  tx: Tx,
  { city }: Caller,
  parent: Uuid,
  after: Cursor | null,
  now: Date,
): Promise<BelowPage> {
  const [found, calendar] = await Promise.all([
    findBelow(tx, city, parent, { after, limit: PAGE + 1 }),
    calendarOf(tx, city, now),
  ]);
  const shown = found.slice(0, PAGE);
  const under = await mechanismsOf(
    tx,
    city,
    shown.map(({ state }) => state),
  );
  return {
    rows: shown.map(({ id, state }) => {
      const mechanism = under(state);
      return {
        row: rowOf(id, state, now, calendar, { kind: 'overseer' }, mechanism),
        stage: mechanism.stages[state.stage]!.name,
        percent: state.percent,
      };
    }),
    next: found.length > PAGE ? cursorText(shown.at(-1)!.key) : null,
  };
}
