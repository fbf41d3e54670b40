import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { stateOf, type MatterState } from '../life/state.rules.ts';

const sums = {
  name: 'works.sums',
  text: `select m.area, t.target, sum(t.quantity)::text as promised, coalesce(sum(t.value), 0)::text as measured,
      coalesce(sum(t.planned), 0)::text as planned, coalesce(sum(t.quantity) filter (where t.value is not null), 0)::text as of,
      count(*) as matters, count(*) filter (where t.value is null) as unread
    from matter_target t left join matter m on m.city = t.city and m.id = t.matter
    where t.city = $1 and t.mechanism = $2 and t.since <= $3 and t.until > $3 group by 1, 2`,
};
/** What is promised and measured of one target in one area; null stands for what has none, or may not be read. */
export type AreaSum = {
  area: string | null;
  target: string;
  promised: string;
  measured: string;
  planned: string;
  of: string;
  matters: number;
  unread: number;
};

/** The sums of all matters of a mechanism as they were at an instant; confidential ones among them, of which no more is told. */
export const sumTargets = (tx: Tx, city: number, mechanism: string, at: Date): Promise<AreaSum[]> =>
  tx.run<AreaSum>(sums, [city, mechanism, at]);

const sites = {
  name: 'works.sites',
  text: `select m.id, m.state from (select distinct matter from matter_target
      where city = $1 and mechanism = $2 and until = 'infinity' order by matter desc limit $3) t
    join matter m on m.city = $1 and m.id = t.matter order by m.id`,
};

/** The newest matters of a mechanism that promise a quantity, as many as are readable of them, oldest first. */
export async function findSites(
  tx: Tx,
  city: number,
  mechanism: string,
  most: number,
): Promise<{ id: Uuid; state: MatterState }[]> {
  const rows = await tx.run<{ id: Uuid; state: string }>(sites, [city, mechanism, most]);
  return rows.map(({ id, state }) => ({ id, state: stateOf(state) }));
}

const areas = {
  name: 'works.areas',
  text: `select m.area, count(distinct t.matter) as n from matter_target t left join matter m on m.city = t.city and m.id = t.matter
    where t.city = $1 and t.mechanism = $2 and t.since <= $3 and t.until > $3 group by 1`,
};

/** How many matters promise anything, by area. */
export const countAreas = (
  tx: Tx,
  city: number,
  mechanism: string,
  at: Date,
): Promise<{ area: string | null; n: number }[]> => tx.run(areas, [city, mechanism, at]);
