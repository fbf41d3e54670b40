import type { Pool } from './pool.ts';
import { afterCommit, poolOf, type Tx } from './transact.ts';

/** The channel on which processes hear that cities have new acts; the payload is a JSON list of the cities' numbers. */
export const MOVED_CHANNEL = 'huiyin_moved';

/** Gathered so long before they go out together. */
const GATHER_MS = 25;

const waiting = new Map<Pool, Set<number>>();

/**
 * Tells every process that listens, shortly after the commit, that a city has new acts. Not NOTIFY in the transaction: that
 * makes all commits of the server queue behind one lock. It says nothing but "look": whoever listens reads the ledger from
 * where it left off, so a notice lost with this process costs a page a few seconds, and no act.
 */
export function notify(tx: Tx, city: number): void {
  afterCommit(tx, () => {
    const pool = poolOf(tx);
    if (!pool) return;
    const cities = waiting.get(pool);
    if (cities) cities.add(city);
    else {
      waiting.set(pool, new Set([city]));
      setTimeout(() => void send(pool), GATHER_MS).unref();
    }
  });
}

async function send(pool: Pool): Promise<void> {
  const cities = waiting.get(pool) ?? new Set();
  waiting.delete(pool);
  await pool.query('select pg_notify($1, $2)', [MOVED_CHANNEL, JSON.stringify([...cities])]).catch(() => undefined);
}
