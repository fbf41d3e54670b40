import { afterCommit, poolOf, transact, type Pool, type Tx } from '../postgres/index.ts';
import { enqueueByName } from './jobs.store.ts';

/** Gathered so long: a morning's assignments wake the job once, not five hundred times. */
const GATHER_MS = 300;

const waiting = new Map<Pool, Set<string>>();

/**
 * Has a job of the city run shortly after the commit. Not enqueued in the transaction: the queue notifies its workers, and
 * a NOTIFY makes all commits of the server queue behind one lock. What is lost with the process must be found by a job that
 * runs by the clock.
 */
export function enqueueSoon(tx: Tx, city: number, job: string): void {
  afterCommit(tx, () => {
    const pool = poolOf(tx);
    if (!pool) return;
    const wishes = waiting.get(pool);
    const wish = `${city} ${job}`;
    if (wishes) wishes.add(wish);
    else {
      waiting.set(pool, new Set([wish]));
      setTimeout(() => void send(pool), GATHER_MS).unref();
    }
  });
}

async function send(pool: Pool): Promise<void> {
  const wishes = waiting.get(pool) ?? [];
  waiting.delete(pool);
  for (const wish of wishes) {
    const [city, job] = wish.split(' ') as [string, string];
    await transact(pool, { city: Number(city), system: true }, (tx) => enqueueByName(tx, job, {}, { key: job })).catch(
      () => undefined,
    );
  }
}
