import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Rung } from './ladder.rules.ts';

/** A running clock that stands on a higher rung than was told. */
export type Risen = { matter: Uuid; n: number; dueAt: Date; rung: Rung; told: 0 | Rung };

const risen = {
  name: 'notice.risen',
  text: `select * from (
      select c.matter, c.n, c.due_at as "dueAt", case when c.due_at <= $4 then 3 when c.due_at < $3 then 2 else 1 end as rung,
        coalesce((select t.rung from clock_told t
          where t.city = c.city and t.matter = c.matter and t.n = c.n and t.due_at = c.due_at), 0) as told
      from clock c where c.city = $1 and c.due_at <= $2 and c.stopped_at is null and c.paused_on is null) running
    where rung > told order by "dueAt", matter, n limit $5`,
};

/** Clocks that have risen since they were last told of, the longest overdue first. */
export const findRisen = (
  tx: Tx,
  city: number,
  at: { soon: Date; overdue: Date; letPass: Date },
  most: number,
): Promise<Risen[]> => tx.run<Risen>(risen, [city, at.soon, at.overdue, at.letPass, most]);

const note = {
  name: 'notice.clocks-told',
  text: `insert into clock_told (city, matter, n, due_at, rung)
    select $1, r.* from json_to_recordset($2) as r (matter uuid, n integer, "dueAt" timestamptz, rung integer)
    on conflict (city, matter, n, due_at) do update set rung = excluded.rung`,
};

/** Notes how far up these clocks were told of. */
export async function noteRungs(tx: Tx, city: number, clocks: readonly Risen[]): Promise<void> {
  await tx.run(note, [city, JSON.stringify(clocks)]);
}
