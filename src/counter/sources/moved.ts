import { transact, type Pool } from '../../platform/postgres/index.ts';
import type { z } from 'zod';
import type { MovedQuery, MovedRequests } from './passed.contract.ts';
import type { TakenRequest } from './source.contract.ts';
import type { From } from './source.acts.ts';
import { tell } from './take.acts.ts';
import { listMoved } from './taken.store.ts';

const PAGE = 50;
/** Acts bear the moment at which they were asked for and are seen when they are written: what is younger is told the next time, and nothing is passed over. */
const SETTLED_MS = 5000;

/** What moved since a moment of what a source handed over, that first which moved first: it asks on from the last it was sent. */
export async function movedSince(
  pool: Pool,
  { city, source }: From,
  { since, after }: z.output<typeof MovedQuery>,
  now: Date,
): Promise<MovedRequests> {
  return transact(pool, { city, system: true }, async (tx) => {
    const from = { at: new Date(since), external: after };
    const found = await listMoved(tx, city, source.id, from, settled(now), PAGE + 1);
    const page = found.slice(0, PAGE);
    const rows: TakenRequest[] = [];
    for (const taken of page) rows.push(await tell(tx, city, taken, now));
    const last = page.at(-1);
    return {
      rows,
      next: last ? { since: last.moved.toISOString(), after: last.external } : { since, after },
      more: found.length > PAGE,
    };
  });
}

/** The moment up to which what moved is told of: what is newer may still be written by an open transaction. */
export const settled = (now: Date): Date => new Date(now.getTime() - SETTLED_MS);
