import { LAST_UUID, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import type { MatterRow } from '../contract.ts';
import { findMatters } from '../lists/list.store.ts';
import { rowOf, viewer } from '../lists/row.rules.ts';
import { mechanismsOf } from '../mechanisms/mechanism.store.ts';
import { listCounted, type Behind } from './count.store.ts';
import type { FactQuery } from './fact-query.ts';

/** The matters that pass any of the tests, as they are now, newest first and older than `after`: those that the caller may read. */
export async function countedMatters(
  tx: Tx,
  caller: Caller,
  query: FactQuery,
  which: Behind & { after: Uuid | undefined; limit: number },
  now: Date,
): Promise<{ rows: MatterRow[]; next: Uuid | null }> {
  const ids = await listCounted(tx, query, { ...which, after: which.after ?? LAST_UUID });
  const found = new Map((await findMatters(tx, caller.city, ids)).map((matter) => [matter.id, matter.state]));
  const calendar = await calendarOf(tx, caller.city, now);
  const under = await mechanismsOf(tx, caller.city, [...found.values()]);
  const rows = ids.flatMap((id) => {
    const state = found.get(id);
    return state ? [rowOf(id, state, now, calendar, viewer(caller, state), under(state))] : [];
  });
  return { rows, next: ids.length === which.limit ? (ids.at(-1) ?? null) : null };
}
