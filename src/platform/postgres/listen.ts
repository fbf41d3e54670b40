import pg from 'pg';
import type { Pool } from './pool.ts';

export type Listening = { close(): Promise<void> };

/** Who listens. */
export type Ear = {
  /** A notice came, read as JSON. Whoever may connect may notify: it is to be checked. */
  notice(payload: unknown): void;
  /** The connection stands anew: notices sent while there was none are gone, so anything may have happened. */
  stands(): void;
  /** The connection is lost, and will be made again. */
  lost?(): void;
};

/** Pauses before a lost connection is tried again; the last one from then on. */
const AGAIN_AFTER_MS = [100, 500, 2_000, 5_000];

/**
 * Listens to a channel on one connection of its own (a pooled one would be held for ever), to the same database as `pool`. A
 * connection that breaks is made again until `close`.
 */
export function listen(pool: Pool, channel: string, ear: Ear): Listening {
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
      ear.lost?.();
      if (over) return;
      timer = setTimeout(() => void connect(), AGAIN_AFTER_MS[Math.min(failures++, AGAIN_AFTER_MS.length - 1)]);
      timer.unref();
    };
    fresh.on('error', lose);
    fresh.on('end', lose);
    fresh.on('notification', ({ payload }) => ear.notice(parsed(payload)));
    try {
      await fresh.connect();
      await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
      failures = 0;
      ear.stands();
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

function parsed(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? '');
  } catch {
    return undefined;
  }
}
