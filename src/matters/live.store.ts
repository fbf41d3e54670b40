import type { Uuid } from '../kernel/index.ts';
import type { MovedStream } from '../ledger/index.ts';
import type { Tx } from '../platform/postgres/index.ts';

export type Announced = {
  id: Uuid;
  openToCity: boolean;
  units: Uuid[];
  originators: Uuid[];
  helpers: Uuid[];
  round: Uuid | null;
};

const matters = {
  name: 'matter.announced',
  text: `select id, open_to_city as "openToCity", units, originators, helpers, round from matter where city = $1 and id = any ($2::uuid[])`,
};

/** What decides who hears of a matter: of those among the streams that are matters which the caller may read. */
export const findAnnounced = (tx: Tx, city: number, streams: readonly Uuid[]): Promise<Announced[]> =>
  tx.run<Announced>(matters, [city, streams]);

const rounds = { name: 'round.announced', text: `select id from round where city = $1 and id = any ($2::uuid[])` };

/** Those among the streams that are rounds which the caller may read. */
export const findAnnouncedRounds = (tx: Tx, city: number, streams: readonly Uuid[]): Promise<{ id: Uuid }[]> =>
  tx.run<{ id: Uuid }>(rounds, [city, streams]);

const leavers = {
  name: 'matter.leavers',
  text: `select distinct effect ->> 'unit' as unit
    from json_to_recordset($2) as moved (stream uuid, first integer, last integer)
    join act a on a.city = $1 and a.stream = moved.stream and a.seq between moved.first and moved.last
    cross join lateral jsonb_path_query(a.body::jsonb, '$.payload.effects[*] ? (@.do == "leave")') as effect
    where a.body like '%"leave"%'`,
};

/** The units that these acts have taken out of a matter. */
export async function findLeavers(tx: Tx, city: number, moved: readonly MovedStream[]): Promise<Uuid[]> {
  const rows = await tx.run<{ unit: Uuid }>(leavers, [city, JSON.stringify(moved)]);
  return rows.map(({ unit }) => unit);
}
