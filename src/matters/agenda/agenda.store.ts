import { sql, type RawBuilder } from 'kysely';
import { endOfDay, startOfDay, type Day, type Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { stateOf, type MatterState } from '../life/state.rules.ts';

/** What falls due on one day: how many open matters in all, and the first of them. */
export type DueDay = { day: Day; count: number; first: { id: Uuid; state: MatterState }[] };
type Row = { day: Day; count: number; id: Uuid; state: string };

/** Which days are asked for, both included, and how many matters of each are wanted. */
export type AgendaQuery = { city: number; from: Day; until: Day; most: number };

/**
 * What is still open and falls due in these days; days on which nothing does are left out. `units`: what they take part in,
 * each matter on the first of their deadlines; null: the whole city that the caller may read.
 */
export async function dueByDay(tx: Tx, q: AgendaQuery, units: readonly Uuid[] | null): Promise<DueDay[]> {
  const rows = (await (units ? ofUnits(q, units) : ofCity(q)).execute(tx.db)).rows as Row[];
  const days = Map.groupBy(rows, (row) => row.day);
  return [...days].map(([day, found]) => ({
    day,
    count: found[0]!.count,
    first: found.map(({ id, state }) => ({ id, state: stateOf(state) })),
  }));
}

/** A day at a time, so that counting reads only the index, and of the matters only the first few. */
const ofCity = ({ city, from, until, most }: AgendaQuery): RawBuilder<unknown> => sql`
  select to_char(d.day, 'YYYY-MM-DD') as day, c.count, m.id, m.state
  from generate_series(${from}::date, ${until}::date, interval '1 day') as d (day)
  cross join lateral (select count(*)::integer as count from matter m where m.city = ${city} and m.phase <> 'closed'
    and ${within('m')}) c
  cross join lateral (select m.id, m.due_at, m.state from matter m where m.city = ${city} and m.phase <> 'closed'
    and ${within('m')} order by m.due_at, m.id limit ${most}) m
  order by d.day, m.due_at, m.id`;

const within = (table: string): RawBuilder<unknown> => {
  const due = sql.ref(`${table}.due_at`);
  return sql`${due} >= (d.day::timestamp at time zone 'Asia/Shanghai')
    and ${due} < (d.day::timestamp + interval '1 day') at time zone 'Asia/Shanghai'`;
};

/** A unit at a time in its own index; what a county with forty towns has open in six weeks is few enough to be sorted. */
const ofUnits = ({ city, from, until, most }: AgendaQuery, units: readonly Uuid[]): RawBuilder<unknown> => sql`
  with due as (
    select part.matter, min(part.due_at) as due_at from unnest(${units}::uuid[]) as own (unit)
    cross join lateral (select a.matter, a.due_at from assignment a where a.city = ${city} and a.unit = own.unit
      and a.phase <> 'closed' and a.due_at >= ${startOfDay(from)} and a.due_at < ${endOfDay(until)}) part
    group by part.matter),
  placed as (
    select matter, due_at, (count(*) over days)::integer as count, row_number() over (days order by due_at, matter) as place
    from due window days as (partition by (due_at at time zone 'Asia/Shanghai')::date))
  select to_char(p.due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, p.count, m.id, m.state
  from placed p join matter m on m.city = ${city} and m.id = p.matter
  where p.place <= ${most} order by p.due_at, p.matter`;
