import type { Uuid } from '../../src/kernel/index.ts';
import { openDatabase, type Database } from './database.ts';
import { fill } from './fill.ts';
import { CITY, seats, settle, UNIT_COUNT, unitId, type Seat } from './people.ts';

/** The city that is measured, and the seats from which it is. */
export type World = Database & {
  readonly city: number;
  readonly seats: readonly Seat[];
  /** The units that have least and most. */
  readonly rarest: Uuid;
  readonly commonest: Uuid;
  readonly matters: number;
};

/** Opens the city of so many weekly assignments, and makes it where there is none. */
export async function openWorld(matters: number, keep: boolean, say: (what: string) => void): Promise<World> {
  const database = await openDatabase(`bench_${matters}`, keep, async ({ owner, pool }) => {
    const now = new Date();
    await settle(pool, new Date(now.getTime() - 86_400_000));
    say('city founded');
    await fill(owner, matters, now, say);
    say('analysing');
  });
  return { ...database, city: CITY, seats: seats(), rarest: unitId(UNIT_COUNT - 1), commonest: unitId(0), matters };
}
