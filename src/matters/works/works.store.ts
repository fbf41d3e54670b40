import { LAST_UUID, type Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { stateOf, type MatterState } from '../life/state.rules.ts';

const sums = {
  name: 'works.sums',
  text: `select area, target, promised::text, measured::text, planned::text, promised_of_read::text as of, matters, unread,
      beyond::text
    from sum_targets($1, $2)`,
};

/**
 * What is promised and measured of one target in one area; of no target (null) how many matters there are in it. The area null stands
 * for what has none, or may not be read.
 */
export type AreaSum = {
  area: string | null;
  target: string | null;
  promised: string;
  measured: string;
  planned: string;
  of: string;
  matters: number;
  unread: number;
  beyond: string;
};

/** The sums of all matters of a mechanism, now or as they were at an instant; confidential ones among them, of which no more is told. */
export const sumAreas = (tx: Tx, mechanism: string, at: Date | null): Promise<AreaSum[]> =>
  tx.run<AreaSum>(sums, [mechanism, at]);

/** So many of the newest sites are looked at for those of a unit: whoever measures has theirs before all others. */
const NEAR = 1000;
const OF = `city = $1 and mechanism = $2 and until = 'infinity'`;
const ofUnits = {
  name: 'works.sites-of-units',
  text: `select m.id, m.state from (select distinct matter from matter_target where ${OF} order by matter desc limit ${NEAR}) t
    join matter m on m.city = $1 and m.id = t.matter where m.units && $3::uuid[] order by m.id desc limit $4`,
};
const newest = {
  name: 'works.sites',
  // Each by its key (`offset 0`), in their order: merged with all matters of the city, a hundred sites wait for a hundred thousand.
  text: `select m.id, m.state from (select distinct matter from matter_target where ${OF} and matter < $3 order by matter desc) t
    cross join lateral (select m.id, m.state from matter m where m.city = $1 and m.id = t.matter offset 0) m
    order by t.matter desc limit $4`,
};
const inArea = {
  name: 'works.sites-in-area',
  text: `select m.id, m.state from matter m where m.city = $1 and m.mechanism = $2 and m.area = $5 and m.id < $3
      and exists (select from matter_target t where t.city = $1 and t.matter = m.id and t.until = 'infinity')
    order by m.id desc limit $4`,
};
const inNone = {
  name: 'works.sites-in-no-area',
  text: `select m.id, m.state from matter m where m.city = $1 and m.mechanism = $2 and m.area is null and m.id < $3
      and exists (select from matter_target t where t.city = $1 and t.matter = m.id and t.until = 'infinity')
    order by m.id desc limit $4`,
};

/** A matter that promises a quantity. */
export type Site = { readonly id: Uuid; readonly state: MatterState };
type SiteRow = { id: Uuid; state: string };
const sitesOf = (rows: readonly SiteRow[]): Site[] => rows.map(({ id, state }) => ({ id, state: stateOf(state) }));

/** The newest of the units' own sites, as far as they are among the newest of all. */
export const findOwnSites = async (
  tx: Tx,
  city: number,
  mechanism: string,
  units: readonly Uuid[],
  most: number,
): Promise<Site[]> => (units.length ? sitesOf(await tx.run<SiteRow>(ofUnits, [city, mechanism, units, most])) : []);

/** Matters of a mechanism that promise a quantity, of an area (`''`: of none) or of all, the newest first, those before `after`. */
export async function findSites(
  tx: Tx,
  city: number,
  mechanism: string,
  { area, after, most }: { area: string | undefined; after: Uuid | undefined; most: number },
): Promise<Site[]> {
  const given = [city, mechanism, after ?? LAST_UUID, most];
  if (area === undefined) return sitesOf(await tx.run<SiteRow>(newest, given));
  return sitesOf(await (area ? tx.run<SiteRow>(inArea, [...given, area]) : tx.run<SiteRow>(inNone, given)));
}
