import { LAST_UUID, type Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { stateOf, type MatterState } from './life/state.rules.ts';

const several = {
  name: 'matter.several',
  text: 'select id, state from matter where city = $1 and id = any ($2::uuid[])',
};

const numbered = { name: 'matter.numbered', text: 'select id from matter where city = $1 and number = $2' };

/** The matter of this number, where the caller may read it. */
export const findNumbered = async (tx: Tx, city: number, number: string): Promise<Uuid | null> =>
  (await tx.run<{ id: Uuid }>(numbered, [city, number]))[0]?.id ?? null;

const byNumber = {
  name: 'matter.by-number',
  text: 'select id, number from matter where city = $1 and number = any ($2::text[])',
};

/** The matters of these numbers that the caller may read. */
export const findByNumber = async (
  tx: Tx,
  city: number,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, Uuid>> =>
  new Map(
    (await tx.run<{ id: Uuid; number: string }>(byNumber, [city, numbers])).map(({ id, number }) => [number, id]),
  );

/** The matters of these ids that the caller may read, by id. */
export async function findMatters(tx: Tx, city: number, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, MatterState>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.run<{ id: Uuid; state: string }>(several, [city, ids]);
  return new Map(rows.map((row) => [row.id, stateOf(row.state)]));
}

const registered = {
  name: 'matter.registered-within',
  text: `select id, state, count(*) over ()::integer as all from matter
    where city = $1 and registered_at >= $2 and registered_at < $3 and not sealed order by registered_at desc, id desc limit $4`,
};

/** What is sealed is no lesson and no topic. The newest `most` of the matters registered from `from` until before `until` that the caller may read, and how many there are. */
export async function findRegistered(
  tx: Tx,
  city: number,
  from: Date,
  until: Date,
  most: number,
): Promise<{ all: number; matters: { id: Uuid; state: MatterState }[] }> {
  const rows = await tx.run<{ id: Uuid; state: string; all: number }>(registered, [city, from, until, most]);
  return { all: rows[0]?.all ?? 0, matters: rows.map(({ id, state }) => ({ id, state: stateOf(state) })) };
}

const closed = {
  name: 'matter.closed',
  // Read on from where the page before ended: “null or below” would have each page begin at the newest again.
  text: `select id, state from matter where city = $1 and phase = 'closed' and id < $2 and not sealed order by id desc limit $3`,
};

/** The newest `most` closed matters that are not sealed and that the caller may read, newest first, older than `before`. */
export async function findClosed(
  tx: Tx,
  city: number,
  before: Uuid | null,
  most: number,
): Promise<{ id: Uuid; state: MatterState }[]> {
  const rows = await tx.run<{ id: Uuid; state: string }>(closed, [city, before ?? LAST_UUID, most]);
  return rows.map(({ id, state }) => ({ id, state: stateOf(state) }));
}

const since = {
  name: 'matter.since',
  text: `select id, version from matter
    where city = $1 and mechanism = $2 and registered_at >= $3 and registered_at < $4 and ($5::uuid is null or id > $5)
    order by id limit $6`,
};

/** Some of a mechanism's matters that were registered from `from` until before `until`, by id, after `after`; of those the caller may read. */
export const findSince = (
  tx: Tx,
  city: number,
  of: { mechanism: string; from: Date; until: Date },
  after: Uuid | null,
  most: number,
): Promise<{ id: Uuid; version: number }[]> => tx.run(since, [city, of.mechanism, of.from, of.until, after, most]);
