import type { Uuid } from '../../kernel/index.ts';
import type { Caller } from '../identity/index.ts';
import { transact, type Pool, type Tx } from '../postgres/index.ts';
import type { LiveNews, Moved } from './contract.ts';
import type { LiveSource, MovedStream } from './source.ts';

/** What moved, whom it let go, and which seats are asked for by themselves: the same for all who listen. */
export type Happened = {
  readonly moved: readonly MovedStream[];
  readonly leavers: ReadonlySet<Uuid>;
  readonly apart: ReadonlySet<Uuid>;
};

/** Seats of one role in the same units see the same and are asked for once, but for those who are concerned in person. */
export const sightOf = (caller: Caller): string => `${caller.role} ${[...caller.units].toSorted().join()}`;

/** Adds to what moved whom it let go, and whom it concerns in person. */
export async function happened(
  tx: Tx,
  { topics }: LiveSource,
  city: number,
  moved: readonly MovedStream[],
): Promise<Happened> {
  const gone: Uuid[] = [];
  const own: Uuid[] = [];
  const streams = moved.map(({ stream }) => stream);
  if (moved.length > 0)
    for (const { leavers, apart } of topics) {
      if (leavers) gone.push(...(await leavers(tx, city, moved)));
      if (apart) own.push(...(await apart(tx, city, streams)));
    }
  return { moved, leavers: new Set(gone), apart: new Set([...own, ...gone]) };
}

/**
 * What a seat is told of what happened: read as that seat, so that the policy and row-level security decide. Null when
 * nothing concerns it.
 */
export async function newsFor(
  pool: Pool,
  { topics }: LiveSource,
  caller: Caller,
  { moved, leavers }: Omit<Happened, 'apart'>,
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
  const mine = all.some((one) => one.mine) || [...caller.units, caller.seat].some((one) => leavers.has(one));
  const told = all.map(({ room, id, seq, round }): Moved => ({ room, id, seq, round }));
  return told.length > 0 || mine ? { moved: told, mine } : null;
}
