import type { Uuid } from '../../kernel/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { Cursor } from '../lists/cursor.rules.ts';
import { mechanismsOf } from '../mechanisms/mechanism.store.ts';
import { findNamedFor } from './helped.store.ts';
import { dueOfNamed, nextOfNamed } from './named.rules.ts';

/** So many sealed matters of a seat are looked at, the next due first: nobody has more of them open. */
const MOST = 500;

/** A sealed matter that waits for a seat that is named for it, by which act, and by when (null: nothing runs out). */
export type NamedTodo = { id: Uuid; state: MatterState; act: ActKind; due: Date | null; key: Cursor };

/**
 * What waits for this very seat of what is sealed: of each matter the act that it may do next. But for what was raised to it where that is
 * found as such (`raised`), by the raised seats' own list.
 */
export async function findNamedTodos(tx: Tx, caller: Caller, now: Date, raised: boolean): Promise<NamedTodo[]> {
  const found = await findNamedFor(tx, caller.city, MOST);
  if (!found.length) return [];
  const under = await mechanismsOf(
    tx,
    caller.city,
    found.map(({ state }) => state),
  );
  return found.flatMap(({ id, state }): NamedTodo[] => {
    const mechanism = under(state);
    if (!mechanism || (raised && state.raised?.seat === caller.seat)) return [];
    const act = nextOfNamed(mechanism, state, caller, now);
    const due = dueOfNamed(state, caller);
    return act ? [{ id, state, act, due, key: { at: keyOf(due), id } }] : [];
  });
}

/** As the lists of the database have it, to the microsecond. */
const keyOf = (due: Date | null): string => due?.toISOString().replace('Z', '000Z') ?? 'infinity';

/** Those of a page: within a span of time, after a place, so many at most. */
export function pageOfNamed(
  all: readonly NamedTodo[],
  { span, after, limit }: { span: { from: Date | null; until: Date | null }; after: Cursor | null; limit: number },
): NamedTodo[] {
  const instant = ({ due }: NamedTodo): number => due?.getTime() ?? Infinity;
  return all
    .filter((one) => span.from === null || instant(one) >= span.from.getTime())
    .filter((one) => span.until === null || instant(one) < span.until.getTime())
    .filter(({ key }) => after === null || isAfter(key, after))
    .toSorted((a, b) => (isAfter(a.key, b.key) ? 1 : -1))
    .slice(0, limit);
}

const isAfter = (a: Cursor, b: Cursor): boolean => (a.at === b.at ? a.id > b.id : a.at > b.at);

/** How many of them there are, and by when, as the other work of a seat is counted. */
export function countNamed(
  all: readonly NamedTodo[],
  { now, endOfToday, endOfWeek }: { now: Date; endOfToday: Date; endOfWeek: Date },
): { total: number; overdue: number; today: number; week: number; worst: Date | null } {
  const before = (end: Date): number => all.filter(({ due }) => due !== null && due < end).length;
  const overdue = before(now);
  const [worst = null] = all.flatMap(({ due }) => due ?? []).toSorted((a, b) => a.getTime() - b.getTime());
  return { total: all.length, overdue, today: before(endOfToday) - overdue, week: before(endOfWeek) - overdue, worst };
}
