import { findUnits } from '../directory/index.ts';
import { dutyToday } from '../duties/index.ts';
import { dayOf } from '../kernel/index.ts';
import { calendarOf } from '../matters/index.ts';
import { transact, type Pool } from '../platform/postgres/index.ts';
import type { DutyToday } from './contract.ts';

/** Who is on duty today, for whoever looks: the stations in the city's order, names and what they do there, and nothing else of them. */
export async function dutyIn(pool: Pool, city: number, now: Date): Promise<DutyToday> {
  return transact(pool, { city, system: true }, async (tx) => {
    const all = await dutyToday(tx, city, { calendar: await calendarOf(tx, city, now), now });
    const units = await findUnits(tx, city);
    const known = all.flatMap(({ unit, ...station }) => {
      const found = units.get(unit);
      return found && !found.retiredAt
        ? [{ ...station, name: found.name, sort: found.sort, ...(found.located && { located: found.located }) }]
        : [];
    });
    const stations = known.toSorted((a, b) => a.sort - b.sort).map(({ sort: _, ...station }) => station);
    return { day: dayOf(now), stations };
  });
}
