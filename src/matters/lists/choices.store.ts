import type { Tx } from '../../platform/postgres/index.ts';

const areas = {
  name: 'matter.areas',
  // One look-up for each area, not one row for each matter.
  text: `with recursive one (area, n) as (
      (select area, 1 from matter where city = $1 and area is not null order by area limit 1)
      union all
      select (select m.area from matter m where m.city = $1 and m.area > one.area order by m.area limit 1), n + 1
      from one where one.area is not null and n < $2)
    select area from one where area is not null order by area collate "zh-x-icu"`,
};

/** The areas that stand in matters that the caller may read, `most` of them. */
export const findAreas = async (tx: Tx, city: number, most: number): Promise<string[]> =>
  (await tx.run<{ area: string }>(areas, [city, most])).map(({ area }) => area);

const keys = { name: 'mechanism.keys', text: 'select distinct key from mechanism where city = $1 order by key' };

/** The keys of all mechanisms that the city has published. */
export const findMechanismKeys = async (tx: Tx, city: number): Promise<string[]> =>
  (await tx.run<{ key: string }>(keys, [city])).map(({ key }) => key);

const inStage = {
  name: 'matter.has-stage',
  text: 'select exists (select from matter where city = $1 and stage = $2) as there',
};

/** Whether a matter that the caller may read is at the stage. */
export const hasStage = async (tx: Tx, city: number, stage: string): Promise<boolean> =>
  (await tx.run<{ there: boolean }>(inStage, [city, stage])).some(({ there }) => there);
