import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { stateOf, type MatterState } from '../life/state.rules.ts';

/** A matter of a tree as it is kept. */
export type StoredNode = { readonly id: Uuid; readonly state: MatterState };

const whole = {
  name: 'tree.whole',
  // Which come first is decided by the tree; a tree that has grown beyond bounds is cut, and said to be.
  text: `with recursive tree (id) as (
      select m.id from matter m where m.city = $1 and m.id = $2
      union all
      select m.id from tree t join matter m on m.city = $1 and m.parent = t.id)
    select m.id, m.state from (select id from tree limit $3) t join matter m on m.city = $1 and m.id = t.id`,
};

/** A matter and all that stands below it, as far as the caller may read it and no more than `most`; in no order. */
export async function findTree(tx: Tx, city: number, top: Uuid, most: number): Promise<StoredNode[]> {
  const rows = await tx.run<{ id: Uuid; state: string }>(whole, [city, top, most]);
  return rows.map(({ id, state }) => ({ id, state: stateOf(state) }));
}

const tops = {
  name: 'tree.tops',
  text: `select m.id, m.number, m.state from matter m
    where m.city = $1 and m.mechanism = any ($2::text[]) and m.parent is null order by m.id desc limit $3`,
};

/** The newest tops of trees under some mechanisms that the caller may read. */
export async function findTops(
  tx: Tx,
  city: number,
  mechanisms: readonly string[],
  most: number,
): Promise<StoredNode[]> {
  const rows = await tx.run<{ id: Uuid; state: string }>(tops, [city, mechanisms, most]);
  return rows.map(({ id, state }) => ({ id, state: stateOf(state) }));
}

const sizes = {
  name: 'tree.sizes',
  text: `with recursive tree (top, id) as (
      select one, one from unnest($2::uuid[]) one
      union all
      select t.top, m.id from tree t join matter m on m.city = $1 and m.parent = t.id)
    select top, count(*)::int as matters from tree group by top`,
};

/** How many matters some trees have, their tops with them, as far as the caller may read them. */
export async function countTrees(tx: Tx, city: number, of: readonly Uuid[]): Promise<ReadonlyMap<Uuid, number>> {
  if (of.length === 0) return new Map();
  const rows = await tx.run<{ top: Uuid; matters: number }>(sizes, [city, of]);
  return new Map(rows.map(({ top, matters }) => [top, matters]));
}

const lock = { name: 'tree.lock', text: `select pg_advisory_xact_lock(hashtextextended($1, 338))` };

/** Until the transaction ends nobody else registers the tree of this top. */
export const lockTree = async (tx: Tx, city: number, top: Uuid): Promise<void> => {
  await tx.run(lock, [`${city}/${top}`]);
};
