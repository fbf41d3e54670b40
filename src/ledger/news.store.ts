import type { Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';

/** A stream that has moved: its first and its last act since then. */
export type MovedStream = { readonly stream: Uuid; readonly first: number; readonly last: number };

/**
 * What was appended since a position. `position` is where to go on from: the text of a PostgreSQL snapshot, which says of
 * every transaction whether its acts were seen. `moved` is null where that can't be told stream by stream: too much has
 * happened, or the position is none of this database's.
 */
export type News = { readonly position: string; readonly moved: readonly MovedStream[] | null };

/** More acts than this are not told one by one. */
const MOST_ACTS = 1000;

// The snapshot that is answered with is the one that the acts are read with, as both are in one statement. An act of a
// transaction that was still open then is told once it commits, however low its number; one that was seen is never told again.
const since = {
  name: 'ledger.news',
  // Apart, as a planner that knows $2 would work the cast out before the condition.
  text: `with asked as materialized (select $2::text as given where pg_input_is_valid($2::text, 'pg_snapshot')),
    had as materialized (select (select given from asked)::pg_snapshot as s),
    here as materialized (select coalesce($3::pg_snapshot, pg_current_snapshot()) as s),
    fresh as materialized (
      select stream, seq from act
      where city = $1 and xid >= (select pg_snapshot_xmin(s) from had)
        and not pg_visible_in_snapshot(xid, (select s from had)) and pg_visible_in_snapshot(xid, (select s from here))
      limit $4 + 1)
    select here.s::text as position,
      coalesce(pg_snapshot_xmax(had.s) <= pg_snapshot_xmax(here.s), false) as known,
      (select count(*) from fresh)::integer as acts,
      coalesce((select json_agg(m) from (
        select stream, min(seq) as first, max(seq) as last from fresh group by stream) m), '[]') as moved
    from had, here`,
};
type Row = { position: string; known: boolean; acts: number; moved: MovedStream[] };

/**
 * The streams of a city that have acts which the position `since` had not seen; with `upTo`, only acts that this later
 * position has seen. Without `since` nothing but the position of now. For the system caller, in a transaction that has
 * written nothing. See docs/adr for why a snapshot and neither number nor horizon.
 */
export async function newsSince(
  tx: Tx,
  city: number,
  from: string | null,
  upTo: string | null = null,
  most = MOST_ACTS,
): Promise<News> {
  const [row] = await tx.run<Row>(since, [city, from ?? '', upTo, most]);
  const { position, known, acts, moved } = row!;
  if (from === null) return { position, moved: [] };
  return { position, moved: known && acts <= most ? moved : null };
}
