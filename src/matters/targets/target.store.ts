import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { TargetRow, TargetSince } from './target-rows.rules.ts';

const RECORD = `matter uuid, mechanism text, since timestamptz, until timestamptz, target text, first boolean, quantity numeric, value numeric,
  planned numeric, read_on date`;
const write = {
  name: 'matter.targets',
  text: `with r as (select * from json_to_recordset($2) as r (${RECORD})),
      ended as (update matter_target t set until = r.since from r where t.city = $1 and t.matter = r.matter and t.target = r.target
        and t.until = 'infinity' and t.since < r.since)
    insert into matter_target (city, matter, mechanism, since, until, target, first, quantity, value, planned, read_on)
    select $1, r.matter, r.mechanism, r.since, r.until, r.target, r.first, r.quantity, r.value, r.planned, r.read_on from r
    on conflict (city, matter, target, since) do update set first = excluded.first, quantity = excluded.quantity, value = excluded.value,
      planned = excluded.planned, read_on = excluded.read_on`,
};

/** Rows of a matter that begin at an instant; those that have one of their own are a whole history, oldest first. */
type Beginning = { matter: Uuid; mechanism: string; at: string; rows: readonly (TargetRow | TargetSince)[] };

/** Ends what stood of these targets and begins what stands since then. Writes nothing, and asks nothing of the server, where there are none. */
export async function writeTargets(tx: Tx, city: number, all: readonly Beginning[]): Promise<void> {
  const records = all.flatMap(({ matter, mechanism, at, rows }) =>
    rows.map((row, i) => {
      const next = rows.slice(i + 1).find(({ target }) => target === row.target);
      const { readOn, ...rest } = row;
      return {
        since: at,
        until: next && 'since' in next ? next.since : 'infinity',
        ...rest,
        matter,
        mechanism,
        read_on: readOn,
      };
    }),
  );
  if (records.length) await tx.run(write, [city, JSON.stringify(records)]);
}
