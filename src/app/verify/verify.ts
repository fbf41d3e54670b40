import { availableParallelism } from 'node:os';
import { cutLedger, holdStill, shareSnapshot, verifyStretch, type Verified } from '../../ledger/index.ts';
import { transact, type Pool } from '../../platform/postgres/index.ts';
import { subjects } from '../subjects.ts';
import { startThread } from './threads.ts';

/** A thread is worth starting for no fewer acts: it costs what some ten thousand cost. */
const WORTH_A_THREAD = 20_000;
/** More would only wait for the database. */
const MOST_THREADS = 8;

/**
 * Verifies a city's ledger in as many threads as there are processors, each with a connection of its own and all of them at
 * one moment: they share the snapshot of one transaction, which stays open until all have it. Of several faults the first
 * by its place in the ledger is told. A small ledger is verified here.
 */
export async function verifyInThreads(
  { pool, applicationUrl }: { pool: Pool; applicationUrl: string },
  city: number,
  { most = Math.min(MOST_THREADS, availableParallelism()), worth = WORTH_A_THREAD } = {},
): Promise<Verified> {
  const threads = await transact(pool, { city, system: true }, async (tx) => {
    await holdStill(tx);
    const stretches = await cutLedger(tx, city, most, worth);
    if (stretches.length === 1) return [{ verified: await verifyStretch(tx, city, subjects, stretches[0]!) }];
    const snapshot = await shareSnapshot(tx);
    const started = stretches.map((stretch) => startThread({ applicationUrl, city, stretch, snapshot }));
    await Promise.all(started.map((thread) => thread.joined));
    return started;
  });
  const parts = await Promise.all(threads.map(async (thread) => thread.verified));
  const sum = (of: 'acts' | 'streams'): number => parts.reduce((whole, part) => whole + part[of], 0);
  return { acts: sum('acts'), streams: sum('streams'), fault: parts.find((part) => part.fault)?.fault ?? null };
}
