import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/postgres/index.ts';
import { filters } from './filter.store.ts';
import { isWalked, keys, looksIn, residual, type WalkQuery } from './walk.store.ts';

export type Count = { count: number; exact: boolean };

/** A count is exact up to so many, where an index holds all that is asked. */
const COUNTED = 3000;

/**
 * How many matters the filters leave. Nothing is counted to its end for its own sake: up to three thousand by an index, among
 * the first that a walk looks at where each must be asked, as many as its first page of a search. `exact` says whether that
 * was all.
 */
export async function countUpTo(tx: Tx, asked: WalkQuery): Promise<Count> {
  const q = { ...asked, after: null };
  if (q.text || q.actors || isWalked(q)) return among(tx, q, q.text ? q.limit : looksIn(q));
  const { rows } = await sql<Count>`select count(distinct found.id)::integer as count, count(*) <= ${COUNTED} as exact
    from (${q.units ? ofUnits(q) : ofCity(q)} limit ${COUNTED + 1}) found`.execute(tx.db);
  const { count, exact } = rows[0]!;
  return { count: Math.min(count, COUNTED), exact };
}

/** Of the keys looked at those that fit; exact where no source had more keys to give. */
async function among(tx: Tx, q: WalkQuery, looks: number): Promise<Count> {
  const rest = sql.join([sql`m.city = ${q.city}`, ...residual(q)], sql` and `);
  const { rows } = await sql<Count>`with looked as materialized (${keys(q, looks)})
    select (select count(*) from (select distinct id from looked) l
        cross join lateral (select from matter m where m.id = l.id and ${rest} offset 0) m)::integer as count,
      not exists (select from looked group by source having count(*) >= max(most)) as exact`.execute(tx.db);
  return rows[0]!;
}

function ofCity(q: WalkQuery): RawBuilder<unknown> {
  const where = [
    sql`m.city = ${q.city}`,
    ...filters(q, 'm'),
    ...(q.round === undefined ? [] : [sql`m.round = ${q.round}`]),
  ];
  return sql`select m.id from matter m where ${sql.join(where, sql` and `)}`;
}

/** Where a matter stands once for each of the units that has a part in it. */
function ofUnits(q: WalkQuery): RawBuilder<unknown> {
  const where = [sql`a.city = ${q.city}`, sql`a.unit = own.unit`, ...filters(q, 'a')];
  const join =
    q.round === undefined ? sql`` : sql`join matter x on x.city = a.city and x.id = a.matter and x.round = ${q.round}`;
  return sql`select part.id from unnest(${q.units}::uuid[]) as own (unit)
    cross join lateral (select a.matter as id from assignment a ${join} where ${sql.join(where, sql` and `)}) part`;
}
