import { sql } from 'kysely';
import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { stateOf } from '../life/state.rules.ts';
import type { Cursor } from './cursor.rules.ts';
import { filters, instant } from './filter.store.ts';
import type { Found } from './list.store.ts';
import { residual, type WalkQuery } from './walk.store.ts';

/** So many sealed matters that a seat is named for are looked at: nobody has more of them. */
const MOST = 500;

const open = {
  name: 'list.named-open',
  text: `select m.id from helped_matters($2) as found (id) join matter m on m.city = $1 and m.id = found.id and m.sealed`,
};
const all = {
  name: 'list.named',
  text: `select m.id from matter m where m.city = $1 and m.sealed and $3::uuid = any (m.helpers) order by m.id desc limit $2`,
};

/**
 * The sealed matters that a seat is named for, which are its own as what its unit takes part in: they have no unit. None for whoever is named for
 * nothing, whom this costs one look-up in an index.
 */
async function namedFor(tx: Tx, q: WalkQuery, seat: Uuid): Promise<Uuid[]> {
  const rows = q.open
    ? await tx.run<{ id: Uuid }>(open, [q.city, MOST])
    : await tx.run<{ id: Uuid }>(all, [q.city, MOST, seat]);
  return rows.map(({ id }) => id);
}

/** What a list asks of them, each by its key: they have no part, stance or unit. */
const fits = (q: WalkQuery, ids: readonly Uuid[]) =>
  sql.join(
    [sql`m.city = ${q.city}`, sql`m.id = any (${ids}::uuid[])`, ...filters(q, 'm'), ...residual({ ...q, units: null })],
    sql` and `,
  );

/** Those of a page of a seat’s own list, in its order. */
export async function listNamed(tx: Tx, q: WalkQuery, seat: Uuid): Promise<Found[]> {
  const ids = await namedFor(tx, q, seat);
  if (!ids.length) return [];
  const newest = q.sort === 'newest';
  const { id = null, at = null } = q.after ?? {};
  const later =
    id === null
      ? sql`true`
      : newest
        ? sql`m.id < ${id}::uuid`
        : sql`(m.due_at, m.id) > (${at}::timestamptz, ${id}::uuid)`;
  const { rows } = await sql<{ id: Uuid; state: string; at: string }>`select m.id, m.state,
      ${newest ? sql`''` : instant(sql`m.due_at`)} as at from matter m where ${fits(q, ids)} and ${later}
    order by ${newest ? sql`m.id desc` : sql`m.due_at, m.id`} limit ${q.limit}`.execute(tx.db);
  return rows.map((row) => ({ id: row.id, state: stateOf(row.state), key: { at: row.at, id: row.id } }));
}

/** How many of them the filters leave. */
export async function countNamedFor(tx: Tx, q: WalkQuery, seat: Uuid): Promise<number> {
  const ids = await namedFor(tx, q, seat);
  if (!ids.length) return 0;
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from matter m where ${fits(q, ids)}`.execute(
    tx.db,
  );
  return rows[0]!.n;
}

/** Both lists as one, in their order, so many at most; past `edge` the first of them does not know all, and nothing is told yet. */
export function inOrder(
  one: readonly Found[],
  named: readonly Found[],
  { sort, limit }: Pick<WalkQuery, 'sort' | 'limit'>,
  edge: Cursor | null,
): Found[] {
  const newest = sort === 'newest';
  const before = (a: Cursor, b: Cursor): boolean => (newest ? a.id > b.id : a.at === b.at ? a.id < b.id : a.at < b.at);
  // A page that is full knows nothing of what comes after its last either.
  return [...one, ...named.filter(({ key }) => edge === null || !before(edge, key))]
    .toSorted((a, b) => (before(a.key, b.key) ? -1 : 1))
    .slice(0, limit);
}
