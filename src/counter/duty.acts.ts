import { findUnits } from '../directory/index.ts';
import { dutyToday } from '../duties/index.ts';
import { dayOf, startOfDay } from '../kernel/index.ts';
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
        ? [
            {
              ...station,
              over: isOver(station, now),
              name: found.name,
              sort: found.sort,
              ...(found.located && { located: found.located }),
            },
          ]
        : [];
    });
    const stations = known.toSorted((a, b) => a.sort - b.sort).map(({ sort: _, ...station }) => station);
    return { day: dayOf(now), stations };
  });
}

/** Whether whoever was there today has gone: their hours are the city's own, and end on the same day. */
const isOver = ({ people, hours }: Pick<DutyToday['stations'][number], 'people' | 'hours'>, now: Date): boolean =>
  people.length > 0 && hours !== null && hours.until <= timeOf(now);

/** The time of day in Shanghai, `HH:MM`. */
const timeOf = (now: Date): string =>
  new Date(now.getTime() - startOfDay(dayOf(now)).getTime()).toISOString().slice(11, 16);
