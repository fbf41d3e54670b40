import { sql, type RawBuilder } from 'kysely';
import { addDays, monthEnd, type Day } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { FactQuery } from './fact-query.ts';

/** In place of no unit, where a key may have no null. */
const NONE = '00000000-0000-0000-0000-000000000000';

const hold = { name: 'fact.hold-sums', text: 'select pg_advisory_xact_lock(72117240, $1)' };
const drop = { name: 'fact.drop-sums', text: 'delete from fact_base where city = $1 and mechanism = $2' };
const base = {
  name: 'fact.base',
  text: `insert into fact_base (city, mechanism, as_of)
    select $1, $2, coalesce($3::timestamptz, date_trunc('milliseconds', now() - interval '3 minutes')) returning as_of as "asOf"`,
};
const sums = {
  name: 'fact.sum',
  text: `insert into fact_sum (city, mechanism, month, lead, marks, n, bounces, returns, reopenings)
    select $1, $2, date_trunc('month', counted_on::timestamp)::date as month, coalesce(lead, '${NONE}'), marks, count(*), sum(bounces),
      sum(returns), sum(reopenings)
    from matter_fact where city = $1 and mechanism = $2 and counted_on is not null and since <= $3 and until > $3
    group by 3, 4, 5 order by 3, 4, 5`,
};

/**
 * Sums up what the matters of a mechanism counted as at a moment: three minutes ago unless told, as no transaction is open any
 * more that would still write of that time. The system's; it waits for whoever writes of times past, and they for it.
 */
export async function sumFacts(tx: Tx, city: number, mechanism: string, asOf: Date | null = null): Promise<void> {
  await tx.run(hold, [city]);
  await tx.run(drop, [city, mechanism]);
  const [made] = await tx.run<{ asOf: Date }>(base, [city, mechanism, asOf]);
  await tx.run(sums, [city, mechanism, made!.asOf]);
}

const found = {
  name: 'fact.sums-of',
  text: 'select as_of as "asOf" from fact_base where city = $1 and mechanism = $2',
};

/** The moment of which the sums of a mechanism are; null where there are none, or none that help to count as of `asOf`. */
async function findBase(tx: Tx, { city, mechanism, asOf }: FactQuery): Promise<Date | null> {
  const [row] = await tx.run<{ asOf: Date }>(found, [city, mechanism]);
  return row && (asOf === null || asOf >= row.asOf) ? row.asOf : null;
}

/** The whole months of a span, from the first day of one to the last day of another; null where there is none. */
export function wholeMonths(from: Day, to: Day): { first: Day; last: Day } | null {
  if (!from.endsWith('-01') && monthEnd(from) >= to) return null;
  const first = from.endsWith('-01') ? from : addDays(monthEnd(from), 1);
  const last = monthEnd(to) === to ? to : addDays(`${to.slice(0, 7)}-01`, -1);
  return first < last ? { first, last } : null;
}

/**
 * The facts of a question as rows to be added up, each with how often it counts, from sums where there are some: of whole months the
 * sums of their moment, what has begun since and still stands, and, taken off, what has ended since; of the days beside them the facts
 * themselves. Null where the facts must be counted. Should the sums be made anew meanwhile it gives no row at all.
 */
export async function summed(tx: Tx, q: FactQuery): Promise<RawBuilder<unknown> | null> {
  if (q.category !== undefined || q.channel !== undefined || q.enterprises !== undefined) return null;
  const months = wholeMonths(q.from, q.to);
  const at = months && (await findBase(tx, q));
  if (!at) return null;
  const then = q.asOf ? sql`f.since <= ${q.asOf} and f.until > ${q.asOf}` : sql`f.until = 'infinity'`;
  const by = q.asOf ? sql`f.until <= ${q.asOf}` : sql`f.until < 'infinity'`;
  const unit = q.unit === undefined ? sql`true` : q.unit === null ? sql`f.lead is null` : sql`f.lead = ${q.unit}::uuid`;
  const facts = (sign: 1 | -1, which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    select f.lead, f.counted_on, f.marks, ${sql.lit(sign)} as n, ${sql.lit(sign)} * f.bounces as bounces,
      ${sql.lit(sign)} * f.returns as returns, ${sql.lit(sign)} * f.reopenings as reopenings
    from matter_fact f, held
    where f.city = ${q.city} and f.mechanism = ${q.mechanism} and f.counted_on is not null and ${unit} and ${which}`;
  const inside = sql`f.counted_on between ${months.first}::date and ${months.last}::date`;
  const edges = [
    ...(q.from < months.first ? [{ from: q.from, to: addDays(months.first, -1) }] : []),
    ...(q.to > months.last ? [{ from: addDays(months.last, 1), to: q.to }] : []),
  ].map(({ from, to }) => facts(1, sql`f.counted_on between ${from}::date and ${to}::date and ${then}`));
  const parts = [
    sql`select f.lead, f.counted_on, f.marks, f.n, f.bounces, f.returns, f.reopenings
      from held, (select nullif(s.lead, ${NONE}) as lead, s.month as counted_on, s.marks, s.n, s.bounces, s.returns, s.reopenings
        from fact_sum s where s.city = ${q.city} and s.mechanism = ${q.mechanism}
          and s.month between ${months.first}::date and ${months.last}::date) f
      where ${unit}`,
    facts(1, sql`${inside} and f.since > ${at} and ${then}`),
    facts(-1, sql`${inside} and f.since <= ${at} and f.until > ${at} and ${by}`),
    ...edges,
  ];
  return sql`(with held as materialized (
      select from fact_base where city = ${q.city} and mechanism = ${q.mechanism} and as_of = ${at})
    ${sql.join(parts, sql` union all `)}) f`;
}
