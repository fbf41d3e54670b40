import { adoptDirectory } from '../directory/index.ts';
import { findAdoptionsDue, takeAdoption, type Adoptions } from '../ledger/index.ts';
import { adoptCalendar, adoptFacts, adoptMechanisms } from '../matters/index.ts';
import { transact, type Pool } from '../platform/postgres/index.ts';

const adoptions: Adoptions = {
  ...adoptDirectory,
  mechanism: adoptMechanisms,
  calendar: adoptCalendar,
  fact: adoptFacts,
};

/**
 * Gives a chain of acts to what cities kept before it had one, and facts to the matters of before: once, as the migration noted. Never again, as rows whose acts were
 * taken away would be given new ones, and look as if they had always stood so.
 */
export async function adoptEarlier(owner: Pool, pool: Pool, now: Date): Promise<void> {
  for (const due of await findAdoptionsDue(owner)) {
    const system = { city: due.city, system: true } as const;
    await transact(pool, system, async (tx) => {
      if (await takeAdoption(tx, due)) await adoptions[due.noun]?.(tx, system, now);
    });
  }
}
