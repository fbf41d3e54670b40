import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { SummedAt, TargetRow, TargetSince } from './target-rows.rules.ts';

const RECORD = `matter uuid, mechanism text, since timestamptz, until timestamptz, target text, first boolean, quantity numeric, value numeric,
  planned numeric, read_on date, open boolean, area text`;
const write = {
  name: 'matter.targets',
  text: `with r as (select * from json_to_recordset($2) as r (${RECORD})),
      ended as (update matter_target t set until = r.since from r where t.city = $1 and t.matter = r.matter and t.target = r.target
        and t.until = 'infinity' and t.since < r.since)
    insert into matter_target (city, matter, mechanism, since, until, target, first, quantity, value, planned, read_on, open, area)
    select $1, r.matter, r.mechanism, r.since, r.until, r.target, r.first, r.quantity, r.value, r.planned, r.read_on, r.open, r.area from r
    on conflict (city, matter, target, since) do update set first = excluded.first, quantity = excluded.quantity, value = excluded.value,
      planned = excluded.planned, read_on = excluded.read_on`,
};

/** Rows of a matter that begin at an instant; those that have one of their own are a whole history, oldest first. */
type Beginning = {
  matter: Uuid;
  mechanism: string;
  at: string;
  summed: SummedAt;
  rows: readonly (TargetRow | TargetSince)[];
};

/** Ends what stood of these targets and begins what stands since then. Writes nothing, and asks nothing of the server, where there are none. */
export async function writeTargets(tx: Tx, city: number, all: readonly Beginning[]): Promise<void> {
  const records = all.flatMap(({ matter, mechanism, at, summed, rows }) =>
    rows.map((row, i) => {
      const next = rows.slice(i + 1).find(({ target }) => target === row.target);
      const { readOn, ...rest } = row;
      return {
        since: at,
        until: next && 'since' in next ? next.since : 'infinity',
        ...rest,
        ...summed,
        matter,
        mechanism,
        read_on: readOn,
      };
    }),
  );
  if (records.length) await tx.run(write, [city, JSON.stringify(records)]);
}

const move = {
  name: 'matter.targets-summed-at',
  text: 'update matter_target set open = $3, area = $4 where city = $1 and matter = $2',
};

/** Has all rows of a matter summed where it is now: an area, and what everybody may know, have no past in the sums. */
export const moveTargets = (tx: Tx, city: number, matter: Uuid, { open, area }: SummedAt): Promise<unknown> =>
  tx.run(move, [city, matter, open, area]);
