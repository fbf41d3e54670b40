import type { Pool } from './pool.ts';
import { afterCommit, poolOf, type Tx } from './transact.ts';

/** The channel on which processes hear that something has moved; the payload is a JSON list of {@link Moved}. */
const MOVED_CHANNEL = 'huiyin_moved';

/** A stream (a matter) of a city has come to its act number `seq`. */
type Moved = { readonly city: number; readonly stream: string; readonly seq: number };

/** Gathered so long before they go out together. */
const GATHER_MS = 25;
/** A payload may have 8000 bytes at most; one entry has about 90. */
const MOST_IN_ONE = 60;

const waiting = new Map<Pool, Moved[]>();

/**
 * Tells every process that listens, shortly after the commit, that a stream has moved on. Not NOTIFY in the transaction:
 * that makes all commits of the server queue behind one lock. A notice lost with the process costs a page its freshness,
 * no more.
 */
export function notify(tx: Tx, city: number, stream: string, seq: number): void {
  afterCommit(tx, () => {
    const pool = poolOf(tx);
    if (!pool) return;
    const list = waiting.get(pool);
    if (list) list.push({ city, stream, seq });
    else {
      waiting.set(pool, [{ city, stream, seq }]);
      setTimeout(() => void send(pool), GATHER_MS).unref();
    }
  });
}

async function send(pool: Pool): Promise<void> {
  const list = waiting.get(pool) ?? [];
  waiting.delete(pool);
  for (let from = 0; from < list.length; from += MOST_IN_ONE) {
    const payload = JSON.stringify(list.slice(from, from + MOST_IN_ONE));
    await pool.query('select pg_notify($1, $2)', [MOVED_CHANNEL, payload]).catch(() => undefined);
  }
}
