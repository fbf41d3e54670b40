import { sql, type RawBuilder } from 'kysely';
import type { Day, Uuid } from '../../kernel/index.ts';
import type { Moment, Repeated, Test } from '../../mechanism/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { FactQuery } from './fact-query.ts';
import { summed } from './sum.store.ts';

/** By what matters are told apart. `below`: by the categories right below one, null for the top of the tree. */
export type Split =
  | { readonly by: 'unit' | 'channel' | 'enterprise' }
  | { readonly by: 'category'; readonly below: string | null }
  | { readonly by: 'day' | 'week' | 'month' | 'quarter' | 'year' };

/** Matters of one kind of marks. */
type MarkCount = {
  key: string | null;
  marks: number;
  n: number;
  bounces: number;
  returns: number;
  reopenings: number;
  /** In fen. */
  amount: number;
};

/**
 * How many matters there are of each kind of marks, looking at the bits of `mask` alone, told apart by `split`. With `sums` also
 * how often what repeats happened to them, and with `amounts` how much money was at stake, which no index holds. Counted from the sums of last night and what moved since, where those
 * tell apart what is asked.
 */
export async function countMarks(
  tx: Tx,
  q: FactQuery,
  { split, mask, sums, amounts = false }: { split: Split | null; mask: number; sums: boolean; amounts?: boolean },
): Promise<MarkCount[]> {
  const added = amounts ? sql`coalesce(sum(f.amount), 0)::float8 as amount` : sql`0 as amount`;
  const repeats = sums
    ? sql`sum(f.bounces)::integer as bounces, sum(f.returns)::integer as returns, sum(f.reopenings)::integer as reopenings, ${added}`
    : sql`0 as bounces, 0 as returns, 0 as reopenings, ${added}`;
  const kinds = sql`${keyOf(split)} as key, f.marks & ${mask}::bigint as marks`;
  // A key is written as text once a group, not once a row.
  const written = (
    counted: RawBuilder<unknown>,
  ) => sql<MarkCount>`select c.key::text as key, c.marks, c.n, c.bounces, c.returns,
    c.reopenings, c.amount from (${counted}) c`;
  // The sums of the night hold no money.
  const ready = inSums(split) && !amounts ? await summed(tx, q) : null;
  if (ready) {
    const { rows } = await written(sql`select ${kinds}, sum(f.n)::integer as n, ${repeats}
      from ${ready} group by 1, 2 having sum(f.n) <> 0`).execute(tx.db);
    if (rows.length > 0) return rows;
  }
  const { rows } = await written(sql`select ${kinds}, count(*)::integer as n, ${repeats}
    from ${from(split)} where ${within(q)} group by 1, 2`).execute(tx.db);
  return rows;
}

/** Sums tell units apart, and months or what is made of months. */
const inSums = (split: Split | null): boolean =>
  split === null || ['unit', 'month', 'quarter', 'year'].includes(split.by);

/** Matters that took so many working days. */
type DayCount = { key: string | null; days: number; n: number };
/** `at[i]`: how many working days there are up to the day `first + i`, so that a difference counts those between. */
export type Ordinals = { readonly first: Day; readonly at: readonly number[] };

const COLUMNS: Readonly<Record<Moment, string>> = {
  registered: 'f.registered_on',
  assigned: 'f.assigned_on',
  accepted: 'f.accepted_on',
  answered: 'f.answered_on',
  closed: 'f.closed_on',
};

/** How many working days lie between two moments of the matters that pass a test. */
export async function countDays(
  tx: Tx,
  q: FactQuery,
  given: { split: Split | null; test: Test; between: { from: Moment; to: Moment }; ordinals: Ordinals },
): Promise<DayCount[]> {
  const { split, test, between, ordinals } = given;
  const ordinal = (moment: Moment) => sql`o.at[${sql.ref(COLUMNS[moment])} - ${ordinals.first}::date + 1]`;
  const [start, end] = [sql.ref(COLUMNS[between.from]), sql.ref(COLUMNS[between.to])];
  const { rows } =
    await sql<DayCount>`select d.key::text as key, d.days, d.n from (select ${keyOf(split)} as key, greatest(${ordinal(between.to)} - ${ordinal(between.from)}, 0) as days,
      count(*)::integer as n
    from ${from(split)} cross join (select ${ordinals.at}::integer[] as at) o
    where ${within(q)} and ${passes([test])} and ${start} is not null and ${end} is not null group by 1, 2) d`.execute(
      tx.db,
    );
  return rows;
}

/** The newest matters before `after` that pass any of the tests, readable by the caller; at most so many. */
export async function listCounted(
  tx: Tx,
  q: FactQuery,
  { tests, bounced, after, limit }: Behind & { after: Uuid; limit: number },
): Promise<Uuid[]> {
  const { rows } = await sql<{
    id: Uuid;
  }>`select m.id from ${from(null)} join matter m on m.city = f.city and m.id = f.matter
    where ${within(q)} and ${passes(tests)} and ${repeated(bounced)} and f.matter < ${after}::uuid
    order by f.matter desc limit ${limit}`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** How many matters pass any of the tests, and how many of them the caller may read. */
export async function countCounted(
  tx: Tx,
  q: FactQuery,
  { tests, bounced }: Behind,
): Promise<{ all: number; readable: number }> {
  const { rows } = await sql<{
    all: number;
    readable: number;
  }>`select count(*)::integer as all, count(m.id)::integer as readable
    from ${from(null)} left join matter m on m.city = f.city and m.id = f.matter
    where ${within(q)} and ${passes(tests)} and ${repeated(bounced)}`.execute(tx.db);
  return rows[0]!;
}

/** What stands behind a number. */
export type Behind = { readonly tests: readonly Test[]; readonly bounced: Repeat | null };
type Repeat = Repeated;
const repeated = (what: Repeat | null): RawBuilder<unknown> =>
  what === null ? sql`true` : sql`${sql.ref(`f.${what}`)} > 0`;

/** The first of two moments at which the city's facts of a mechanism were counted; null where none is. */
export async function findSpan(tx: Tx, city: number, mechanism: string): Promise<{ first: Day; last: Day } | null> {
  const { rows } = await sql<{
    first: Day | null;
    last: Day | null;
  }>`select min(counted_on) as first, max(counted_on) as last
    from matter_fact where city = ${city} and mechanism = ${mechanism} and until = 'infinity' and counted_on is not null`.execute(
    tx.db,
  );
  const { first, last } = rows[0]!;
  return first && last ? { first, last } : null;
}

const from = (split: Split | null): RawBuilder<unknown> =>
  split?.by === 'enterprise'
    ? sql`matter_fact f left join originator r on r.city = f.city and r.id = f.originator`
    : sql`matter_fact f`;

function keyOf(split: Split | null): RawBuilder<unknown> {
  if (split === null) return sql`null::text`;
  switch (split.by) {
    case 'unit':
      return sql`f.lead`;
    case 'channel':
      return sql`f.channel`;
    case 'enterprise':
      return sql`r.enterprise`;
    case 'category':
      return split.below === null
        ? sql`f.category[1]`
        : sql`f.category[array_position(f.category, ${split.below}::text) + 1]`;
    default:
      return sql`date_trunc(${split.by}::text, f.counted_on::timestamp)::date`;
  }
}

function within(q: FactQuery): RawBuilder<unknown> {
  const then = q.asOf ? sql`f.since <= ${q.asOf} and f.until > ${q.asOf}` : sql`f.until = 'infinity'`;
  const where = [
    sql`f.city = ${q.city} and f.mechanism = ${q.mechanism}`,
    sql`f.counted_on is not null and f.counted_on between ${q.from}::date and ${q.to}::date`,
    then,
  ];
  if (q.unit !== undefined) where.push(q.unit === null ? sql`f.lead is null` : sql`f.lead = ${q.unit}::uuid`);
  if (q.channel !== undefined)
    where.push(q.channel === null ? sql`f.channel is null` : sql`f.channel = ${q.channel}::text`);
  if (q.category !== undefined)
    where.push(q.category === null ? sql`f.category = '{}'` : sql`${q.category}::text = any (f.category)`);
  if (q.enterprises === null)
    where.push(sql`not exists (select from originator r where r.city = f.city and r.id = f.originator
      and r.enterprise is not null)`);
  else if (q.enterprises !== undefined)
    where.push(sql`f.originator in (select r.id from originator r where r.city = ${q.city}
      and r.enterprise = any (${q.enterprises}::uuid[]))`);
  return sql.join(where, sql` and `);
}

const passes = (tests: readonly Test[]): RawBuilder<unknown> =>
  tests.length === 0
    ? sql`false`
    : sql`(${sql.join(
        tests.map(({ mask, value }) => sql`f.marks & ${mask}::bigint = ${value}::bigint`),
        sql` or `,
      )})`;
