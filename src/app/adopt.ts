import { adoptDirectory } from '../directory/index.ts';
import { adoptCalendar, adoptMechanisms } from '../matters/index.ts';
import { findCities } from '../platform/jobs/index.ts';
import { transact, type Pool } from '../platform/postgres/index.ts';

/** Gives a chain of acts to what cities kept before it had one. After the migrations; done once, it finds nothing to do. */
export async function adoptEarlier(owner: Pool, pool: Pool, now: Date): Promise<void> {
  for (const city of await findCities(owner)) {
    const system = { city, system: true } as const;
    await transact(pool, system, async (tx) => {
      await adoptDirectory(tx, system, now);
      await adoptMechanisms(tx, system, now);
      await adoptCalendar(tx, system, now);
    });
  }
}
