import { dayOf, lastInstant, type Day, type Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Rung } from './ladder.rules.ts';

/** A running clock that stands on a higher rung than was told. */
export type Risen = { matter: Uuid; n: number; dueAt: Date; rung: Rung; told: 0 | Rung };

/** A rung of a mechanism's ladder: what is due by that day, at whatever hour of it, has come to it. */
export type Reached = { mechanism: string; version: number; clock: string; rung: number; due: Day };

const LADDERS = `json_to_recordset($2) as l (mechanism text, version integer, clock text, rung integer, by timestamptz)`;

const risen = {
  name: 'notice.risen',
  text: `select running.* from (
      select c.matter, c.n, c.due_at as "dueAt", case when c.due_at <= $5 then 3 when c.due_at < $4 then 2 else 1 end as rung,
        coalesce((select t.rung from clock_told t
          where t.city = c.city and t.matter = c.matter and t.n = c.n and t.due_at = c.due_at), 0) as told, c.clock
      from clock c where c.city = $1 and c.due_at <= $3 and c.stopped_at is null and c.paused_on is null) running
    join matter m on m.city = $1 and m.id = running.matter
    where rung > told and m.phase <> 'closed' and not m.paused and not exists (select from ${LADDERS}
      where l.mechanism = m.mechanism and l.version = m.version and l.clock = running.clock)
    order by "dueAt", matter, running.n limit $6`,
};

/** Clocks without a ladder of their own that have risen since they were last told of, the longest overdue first. */
export const findRisen = (
  tx: Tx,
  city: number,
  ladders: readonly Reached[],
  at: { soon: Date; overdue: Date; letPass: Date },
  most: number,
): Promise<Risen[]> => tx.run<Risen>(risen, [city, records(ladders), at.soon, at.overdue, at.letPass, most]);

const climbing = {
  name: 'notice.climbing',
  text: `with l as materialized (select * from ${LADDERS})
    select matter, min("dueAt") as at from (
      select c.matter, c.n, c.due_at as "dueAt",
        (select max(l.rung) from l where l.mechanism = m.mechanism and l.version = m.version and l.clock = c.clock
          and c.due_at <= l.by) as rung,
        coalesce((select t.rung from clock_told t
          where t.city = c.city and t.matter = c.matter and t.n = c.n and t.due_at = c.due_at), 0) as told
      from clock c join matter m on m.city = c.city and m.id = c.matter
      where c.city = $1 and c.due_at <= (select max(l.by) from l) and c.stopped_at is null and c.paused_on is null
        and m.phase <> 'closed' and not m.paused) running
    where rung > told group by matter order by at, matter`,
};

/** Matters of which a clock has come to a higher rung of its ladder than was climbed, the longest overdue first. */
export const findClimbing = async (tx: Tx, city: number, ladders: readonly Reached[]): Promise<Uuid[]> =>
  (await tx.run<{ matter: Uuid }>(climbing, [city, records(ladders)])).map((row) => row.matter);

const records = (ladders: readonly Reached[]): string =>
  JSON.stringify(ladders.map(({ due, ...rung }) => ({ ...rung, by: lastInstant(due) })));

const told = {
  name: 'notice.told',
  text: `select n, due_at as "dueAt", rung from clock_told where city = $1 and matter = $2`,
};

/** How far up each clock of a matter was told of, by its number and the day that it was due then (`0 2026-03-13`). */
export async function findTold(tx: Tx, city: number, matter: Uuid): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.run<{ n: number; dueAt: Date; rung: number }>(told, [city, matter]);
  return new Map(rows.map(({ n, dueAt, rung }) => [`${n} ${dayOf(dueAt)}`, rung]));
}

const note = {
  name: 'notice.clocks-told',
  text: `insert into clock_told (city, matter, n, due_at, rung)
    select $1, r.* from json_to_recordset($2) as r (matter uuid, n integer, "dueAt" timestamptz, rung integer)
    on conflict (city, matter, n, due_at) do update set rung = excluded.rung`,
};

/** Notes how far up these clocks were told of. */
export async function noteRungs(
  tx: Tx,
  city: number,
  clocks: readonly { matter: Uuid; n: number; dueAt: Date; rung: number }[],
): Promise<void> {
  await tx.run(note, [city, JSON.stringify(clocks)]);
}
