import type { Uuid } from '../../kernel/index.ts';
import type { Caller } from '../identity/index.ts';
import { transact, type Pool, type Tx } from '../postgres/index.ts';
import type { LiveNews, Moved } from './contract.ts';
import type { LiveSource, MovedStream } from './source.ts';

/** What moved, and whom it let go: the same for all who listen. */
export type Happened = { readonly moved: readonly MovedStream[]; readonly leavers: ReadonlySet<Uuid> };

/** Seats of one role in the same units see the same and are asked for once. */
export const sightOf = (caller: Caller): string => `${caller.role} ${[...caller.units].toSorted().join()}`;

/** Adds to what moved whom it let go. */
export async function happened(
  tx: Tx,
  { topics }: LiveSource,
  city: number,
  moved: readonly MovedStream[],
): Promise<Happened> {
  const gone: Uuid[] = [];
  if (moved.length > 0) for (const { leavers } of topics) if (leavers) gone.push(...(await leavers(tx, city, moved)));
  return { moved, leavers: new Set(gone) };
}

/**
 * What a seat is told of what happened: read as that seat, so that the policy and row-level security decide. Null when
 * nothing concerns it.
 */
export async function newsFor(
  pool: Pool,
  { topics }: LiveSource,
  caller: Caller,
  { moved, leavers }: Happened,
): Promise<LiveNews | null> {
  if (moved.length === 0) return null;
  const seqs = new Map(moved.map(({ stream, last }) => [stream, last]));
  const streams = [...seqs.keys()];
  const seen = await transact(pool, caller, (tx) =>
    Promise.all(
      topics.map(async ({ room, readable }) =>
        (await readable(tx, caller, streams)).map((one) => ({ ...one, room, seq: seqs.get(one.id)! })),
      ),
    ),
  );
  const all = seen.flat();
  const mine = all.some((one) => one.mine) || caller.units.some((unit) => leavers.has(unit));
  const told = all.map(({ room, id, seq, round }): Moved => ({ room, id, seq, round }));
  return told.length > 0 || mine ? { moved: told, mine } : null;
}
