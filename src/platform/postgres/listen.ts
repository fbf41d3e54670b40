import pg from 'pg';
import { MOVED_CHANNEL } from './notify.ts';
import type { Pool } from './pool.ts';

export type Listening = { close(): Promise<void> };

/** Pauses before a lost connection is tried again; the last one from then on. */
const AGAIN_AFTER_MS = [100, 500, 2_000, 5_000];

/**
 * Listens for cities that have new acts, on one connection of its own (a pooled one would be held for ever), to the same
 * database as `pool`. `onMoved` hears each city, and null whenever the connection stands anew: notices sent while there was
 * none are gone, so anything may have moved. A connection that breaks is made again until `close`.
 */
export function listen(pool: Pool, onMoved: (city: number | null) => void): Listening {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let over = false;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ ...pool.options, application_name: 'huiyin listens' });
    client = fresh;
    let lost = false;
    const lose = () => {
      if (lost) return;
      lost = true;
      fresh.end().catch(() => undefined);
      if (over) return;
      timer = setTimeout(() => void connect(), AGAIN_AFTER_MS[Math.min(failures++, AGAIN_AFTER_MS.length - 1)]);
      timer.unref();
    };
    fresh.on('error', lose);
    fresh.on('end', lose);
    fresh.on('notification', ({ payload }) => citiesOf(payload).forEach(onMoved));
    try {
      await fresh.connect();
      await fresh.query(`listen ${MOVED_CHANNEL}`);
      failures = 0;
      onMoved(null);
    } catch {
      lose();
    }
  }

  void connect();
  return {
    async close() {
      over = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}

/** Whoever may connect may notify: what is no list of numbers is no notice. */
function citiesOf(payload: string | undefined): number[] {
  try {
    const cities: unknown = JSON.parse(payload ?? '');
    return Array.isArray(cities) ? cities.filter((city) => Number.isSafeInteger(city)) : [];
  } catch {
    return [];
  }
}
