import type { Uuid } from '../kernel/index.ts';
import type { MovedStream } from '../ledger/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { ReadAbove } from './matter.policy.ts';

export type Announced = {
  id: Uuid;
  openToCity: boolean;
  units: Uuid[];
  originators: Uuid[];
  helpers: Uuid[];
  above: ReadAbove[];
  sealed: boolean;
  round: Uuid | null;
};

const matters = {
  name: 'matter.announced',
  text: `select id, open_to_city as "openToCity", units, originators, helpers, sealed, round,
    case when parent is null then '[]' else (select coalesce(json_agg(json_build_object('openToCity', a.open_to_city, 'units', a.units,
      'helpers', a.helpers)), '[]') from matters_above(id) a) end as above
    from matter where city = $1 and id = any ($2::uuid[])`,
};

/** What decides who hears of a matter: of those among the streams that are matters which the caller may read. */
export const findAnnounced = (tx: Tx, city: number, streams: readonly Uuid[]): Promise<Announced[]> =>
  tx.run<Announced>(matters, [city, streams]);

const apart = {
  name: 'matter.heard-apart',
  text: `with recursive up (parent, helpers) as (
      select parent, helpers from matter where city = $1 and id = any ($2::uuid[])
      union all select m.parent, m.helpers from up join matter m on m.city = $1 and m.id = up.parent)
    select distinct unnest(helpers) as seat from up`,
};

/** The seats that help with these matters, or with one above: they hear of more than their colleagues. For the system. */
export const findHelping = async (tx: Tx, city: number, streams: readonly Uuid[]): Promise<Uuid[]> =>
  (await tx.run<{ seat: Uuid }>(apart, [city, streams])).map(({ seat }) => seat);

const rounds = { name: 'round.announced', text: `select id from round where city = $1 and id = any ($2::uuid[])` };

/** Those among the streams that are rounds which the caller may read. */
export const findAnnouncedRounds = (tx: Tx, city: number, streams: readonly Uuid[]): Promise<{ id: Uuid }[]> =>
  tx.run<{ id: Uuid }>(rounds, [city, streams]);

const leavers = {
  name: 'matter.leavers',
  text: `select distinct coalesce(effect ->> 'unit', effect ->> 'seat') as left
    from json_to_recordset($2) as moved (stream uuid, first integer, last integer)
    join act a on a.city = $1 and a.stream = moved.stream and a.seq between moved.first and moved.last
    cross join lateral jsonb_path_query(a.body::jsonb, '$.payload.effects[*] ? (@.do == "leave" || @.do == "unhelp")') as effect
    where a.body like '%"leave"%' or a.body like '%"unhelp"%'`,
};

/** The units, and the seats that helped, that these acts have taken out of a matter. */
export async function findLeavers(tx: Tx, city: number, moved: readonly MovedStream[]): Promise<Uuid[]> {
  const rows = await tx.run<{ left: Uuid }>(leavers, [city, JSON.stringify(moved)]);
  return rows.map(({ left }) => left);
}
