import { refuse } from '../kernel/index.ts';
import { registrable } from '../matters/index.ts';
import { findScheme, findUnits, originatorCaller } from '../directory/index.ts';
import { FIRST_UUID } from '../kernel/index.ts';
import { getNewestMechanism } from '../matters/index.ts';
import { isForRaiser } from '../mechanism/index.ts';
import { transact, type Pool, type Tx } from '../platform/postgres/index.ts';
import { findCity } from './city.store.ts';
import type { Counter } from './contract.ts';

/** The city of a page for everybody: the one that is named, else the first here. Throws `counter.no-city` (404). */
export async function theCity(
  pool: Pool,
  given: number | undefined,
): Promise<{ city: number; name: string; nameEn: string }> {
  return (await findCity(pool, given ?? null)) ?? refuse('counter.no-city', {}, { status: 404 });
}

const founded = new WeakMap<Pool, Set<number>>();

/** The number of that city, as {@link theCity}. One that is named is looked for once in a process, as no city is ever taken away. */
export async function theCityNumber(pool: Pool, given: number | undefined): Promise<number> {
  const known = founded.get(pool) ?? new Set<number>();
  founded.set(pool, known);
  if (given !== undefined && known.has(given)) return given;
  const { city } = await theCity(pool, given);
  known.add(city);
  return city;
}

/** What anybody may raise in a city, and what it promises of each. */
export async function counterOf(pool: Pool, given: number | undefined, now: Date): Promise<Omit<Counter, 'map'>> {
  const found = await theCity(pool, given);
  const anybody = originatorCaller(found.city, FIRST_UUID, '');
  return transact(pool, { city: found.city, system: true }, async (tx) => {
    const may = await registrable(tx, anybody, now);
    const mechanisms = await Promise.all(
      may.map(async ({ key, name }) => {
        const { mechanism } = await getNewestMechanism(tx, found.city, key);
        // What is promised to whoever raises something, not what leaders, units and the office owe each other.
        const promises = Object.values(mechanism.clocks)
          .filter(isForRaiser)
          .map((clock) => ({ name: clock.name, limit: clock.limit }));
        const scheme = mechanism.scheme ? await findScheme(tx, found.city, mechanism.scheme) : undefined;
        const categories = (scheme?.categories ?? [])
          .filter(({ parent, retired }) => parent === null && !retired)
          .map(({ code, zh, en }) => ({ code, zh, en }));
        const { sealed = false, elsewhere = null } = mechanism;
        return { key, name, promises, categories, sealed, elsewhere };
      }),
    );
    const sealed = mechanisms.filter((one) => one.sealed).map(({ key, name, elsewhere }) => ({ key, name, elsewhere }));
    const open = mechanisms.filter((one) => !one.sealed).map(({ sealed: _, elsewhere: __, ...one }) => one);
    return { ...found, mechanisms: open, sealed, places: await placesOf(tx, found.city) };
  });
}

/** More than a city has; a page for phones is to stay small. */
const MOST_PLACES = 400;

/** The counties and towns among the units, each as the place that it is and not as its government. */
async function placesOf(tx: Tx, city: number): Promise<string[]> {
  const units = [...(await findUnits(tx, city)).values()];
  const places = units
    .filter(({ kind, retiredAt }) => retiredAt === null && (kind === 'county' || kind === 'town'))
    .map(({ name, shortName }) => (shortName ?? name).replace(/(?:人民政府|政府|办事处)$/u, ''));
  return [...new Set(places)].slice(0, MOST_PLACES);
}
