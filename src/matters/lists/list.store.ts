import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { LAST_UUID, type Uuid } from '../../kernel/index.ts';
import { Phase } from '../../mechanism/index.ts';
import { runKept, type Tx } from '../../platform/postgres/index.ts';
import type { Cursor } from './cursor.rules.ts';
import { dueSpan, filters, instant, type ListQuery } from './filter.store.ts';
import { stateOf, type MatterState } from '../life/state.rules.ts';

/** A matter found, with the key by which the list goes on after it. */
export type Found = { id: Uuid; state: MatterState; key: Cursor };
type Row = { id: Uuid; state: string; at: string };
/** So many matters are a page of a list where nothing else is asked. */
export const PAGE = 50;

/** Matters by filter, one page, keyset. Every shape of it has its index; list.store.test.ts shows the plans. */
export async function listMatters(tx: Tx, query: ListQuery): Promise<Found[]> {
  const from = query.units ? ofUnits(query, query.units) : ofCity(query);
  const rows = isPlain(query) ? await kept<Row>(tx, from) : (await from.execute(tx.db)).rows;
  return (rows as Row[]).map(found);
}

/** Whether it is the list as everybody opens it, without a filter. */
const isPlain = (q: ListQuery): boolean =>
  q.limit === PAGE && q.round === undefined && filters({ ...q, open: false }, 'm').length === 0;

/**
 * Planned once a connection: under row-level security the server takes five times as long to plan a first page as to read it. Of what
 * is filtered the plan hangs on the filters, and is made each time.
 */
function kept<R>(tx: Tx, built: RawBuilder<unknown>): Promise<R[]> {
  const { sql: text, parameters } = built.compile(tx.db);
  return runKept<R>(
    tx,
    { name: `list.${createHash('sha1').update(text).digest('hex').slice(0, 16)}`, text },
    parameters,
  );
}

/** How many a list would show, were it shown to its end. */
export async function countMatters(tx: Tx, query: ListQuery): Promise<number> {
  const all = { ...query, after: null, limit: 2 ** 31 - 1 };
  const from = all.units ? ofUnits(all, all.units) : ofCity(all);
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from (${from}) as listed`.execute(tx.db);
  return rows[0]!.n;
}

const found = ({ id, state, at }: Row): Found => ({ id, state: stateOf(state), key: { at, id } });

/** The whole city's, read from the index that fits; row-level security leaves out what the seat may not read. */
function ofCity(q: ListQuery): RawBuilder<unknown> {
  if (q.open && q.sort === 'newest' && [q.round, q.stage, q.area].every((one) => one === undefined))
    return newestOpen(q);
  const where = [sql`m.city = ${q.city}`, ...filters(q, 'm')];
  if (q.round !== undefined) where.push(sql`m.round = ${q.round}`);
  if (q.sort === 'newest') {
    if (q.after) where.push(sql`m.id < ${q.after.id}`);
    return sql`select m.id, m.state, '' as at from matter m where ${sql.join(where, sql` and `)}
      order by m.id desc limit ${sql.lit(q.limit)}`;
  }
  if (q.after) where.push(sql`(m.due_at, m.id) > (${q.after.at}::timestamptz, ${q.after.id}::uuid)`);
  return sql`select m.id, m.state, ${instant(sql`m.due_at`)} as at from matter m where ${sql.join(where, sql` and `)}
    order by m.due_at, m.id limit ${sql.lit(q.limit)}`;
}

const OPEN = Phase.options.filter((phase) => phase !== 'closed');

/** The newest that are open: those of each phase in its index, or a city's closed years would be gone through first. */
function newestOpen(q: ListQuery): RawBuilder<unknown> {
  const where = [sql`m.city = ${q.city}`, sql`m.phase = of_phase.phase`, ...filters({ ...q, open: false }, 'm')];
  if (q.after) where.push(sql`m.id < ${q.after.id}`);
  return sql`select p.id, p.state, '' as at from unnest(${OPEN}::text[]) as of_phase (phase)
    cross join lateral (select m.id, m.state from matter m where ${sql.join(where, sql` and `)}
      order by m.id desc limit ${sql.lit(q.limit)}) p
    order by p.id desc limit ${sql.lit(q.limit)}`;
}

/**
 * The units' own: one look-up for each unit in its index, then the matters. Written as `unit = any(…)` the planner walks
 * the city's index hoping to meet a rare unit soon (0.7 s for one matter in a million).
 */
function ofUnits(q: ListQuery, units: readonly Uuid[]): RawBuilder<unknown> {
  const newest = q.sort === 'newest';
  const where = [sql`a.city = ${q.city}`, sql`a.unit = own.unit`, ...filters(q, 'a')];
  if (q.after && newest) where.push(sql`a.matter < ${q.after.id}`);
  if (q.after && !newest) where.push(sql`(a.due_at, a.matter) > (${q.after.at}::timestamptz, ${q.after.id}::uuid)`);
  // A matter of two of the units stands once in the list, at the first of its deadlines; by age its places are one.
  if (units.length > 1 && !newest)
    where.push(sql`not exists (select from assignment b where b.city = a.city and b.matter = a.matter
      and b.unit = any (${units}::uuid[]) and (b.due_at, b.unit) < (a.due_at, a.unit))`);
  const order = newest ? sql`matter desc` : sql`due_at, matter`;
  // A round has some dozens of matters, from which the unit's are found faster than the other way about.
  const join =
    q.round === undefined ? sql`` : sql`join matter x on x.city = a.city and x.id = a.matter and x.round = ${q.round}`;
  // What is open is little, and has an index: by age, a unit's closed years would be gone through first.
  const apart = newest && q.open ? sql` offset 0` : sql``;
  const parts = sql`(select a.due_at, a.matter from assignment a ${join} where ${sql.join(where, sql` and `)}${apart})`;
  return sql`select m.id, m.state, ${newest ? sql`''` : instant(sql`p.due_at`)} as at
    from (select ${newest ? sql`distinct part.matter` : sql`part.due_at, part.matter`} from unnest(${units}::uuid[]) as own (unit)
      cross join lateral (select a.due_at, a.matter from ${parts} a
        order by ${newest ? sql`a.matter desc` : sql`a.due_at, a.matter`} limit ${sql.lit(q.limit)}) part
      order by ${order} limit ${sql.lit(q.limit)}) p
    join matter m on m.city = ${q.city} and m.id = p.matter
    order by ${newest ? sql`p.matter desc` : sql`p.due_at, p.matter`}`;
}

const search = {
  name: 'matter.search',
  text: `select m.id, m.state, '' as at
    from find_matters($2::tsquery, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) as found join matter m on m.city = $1 and m.id = found
    order by m.id desc`,
};

/** What the index of words is asked for: all of the bigrams. */
export const tsquery = (grams: readonly string[]): string =>
  grams.map((g) => `'${g.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(' & ');

/** What the words of a matter are compared with: the fragment as it is, whatever signs it has. */
export const pattern = (fragment: string): string => `%${fragment.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;

/** What `find_matters` is asked to narrow its matters by, in the order of its parameters. */
export function narrowing(q: ListQuery, units: readonly Uuid[] | null): readonly unknown[] {
  const { from, until } = dueSpan(q);
  return [units, q.phase ?? null, q.stage ?? null, q.area ?? null, q.round ?? null, from, until, q.mechanism ?? null];
}

/** Matters in which all fragments stand, newest first, among what the query filters. `grams` narrow by index, the fragments decide. */
export async function searchMatters(
  tx: Tx,
  q: ListQuery,
  grams: readonly string[],
  fragments: readonly string[],
): Promise<Found[]> {
  const rows = await tx.run<Row>(search, [
    q.city,
    tsquery(grams),
    fragments.map(pattern),
    q.after?.id ?? LAST_UUID,
    q.limit,
    ...narrowing(q, q.units),
  ]);
  return rows.map(found);
}

const ofRound = {
  name: 'matter.of-round',
  text: 'select id, state from matter where city = $1 and round = $2 order by n',
};

/** All matters of a round that the caller may read, in order. */
export async function mattersOfRound(tx: Tx, city: number, round: Uuid): Promise<{ id: Uuid; state: MatterState }[]> {
  const rows = await tx.run<{ id: Uuid; state: string }>(ofRound, [city, round]);
  return rows.map(({ id, state }) => ({ id, state: stateOf(state) }));
}

const named = {
  name: 'matter.named',
  text: 'select id, state from matter where city = $1 and id = any ($2::uuid[]) order by due_at, id',
};
const readable = { name: 'matter.readable', text: 'select id from matter where city = $1 and id = any ($2::uuid[])' };

/** Which of these matters the caller may read. */
export const findReadable = async (tx: Tx, city: number, ids: readonly Uuid[]): Promise<ReadonlySet<Uuid>> =>
  new Set((await tx.run<{ id: Uuid }>(readable, [city, ids])).map(({ id }) => id));

/** Of these matters, those that the caller may read, the first to fall due first. */
export async function findMatters(
  tx: Tx,
  city: number,
  ids: readonly Uuid[],
): Promise<{ id: Uuid; state: MatterState }[]> {
  const rows = await tx.run<{ id: Uuid; state: string }>(named, [city, ids]);
  return rows.map(({ id, state }) => ({ id, state: stateOf(state) }));
}
