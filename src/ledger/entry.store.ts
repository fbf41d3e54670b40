import type { Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { Stretch } from './stretch.store.ts';

/** An entry as stored: where its chain stands, and the fold so far as JSON. */
export type StoredEntry = {
  readonly id: Uuid;
  readonly seq: number;
  readonly hash: string;
  readonly at: Date;
  readonly state: string;
};

/** Any number, as long as it is always the same: the first half of the lock. */
const REGISTER_LOCK = 72_117_003;
const hold = { name: 'entry.hold', text: 'select pg_advisory_xact_lock($1, $2)' };

/**
 * Lets one transaction of a city change its register at a time. Changes are few, and what one may do often hangs on another
 * entry: a name that is free, a unit that is not below itself.
 */
export async function holdRegister(tx: Tx, city: number): Promise<void> {
  await tx.run(hold, [REGISTER_LOCK, city]);
}

const find = {
  name: 'entry.find',
  text: `select id, seq, encode(hash, 'hex') as hash, at, state from entry where city = $1 and noun = $2 and id = any ($3::uuid[])`,
};

/** Entries of a noun by their id; what is not there, or may not be seen, is not among them. */
export async function findEntries(
  tx: Tx,
  city: number,
  noun: string,
  ids: readonly Uuid[],
): Promise<Map<Uuid, StoredEntry>> {
  const rows = await tx.run<StoredEntry>(find, [city, noun, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

const within = {
  name: 'entry.within',
  text: `select id, seq, encode(hash, 'hex') as hash, at, state from entry where city = $1 and noun = $2 and id >= $3 and id <= $4`,
};

/** Every entry of a noun in a stretch. */
export const readEntries = (tx: Tx, city: number, noun: string, { from, upTo }: Stretch): Promise<StoredEntry[]> =>
  tx.run<StoredEntry>(within, [city, noun, from, upTo]);

const write = {
  name: 'entry.write',
  text: `insert into entry (city, noun, id, seq, hash, at, state)
    select $1, $2, id, seq, decode(hash, 'hex'), at, state
    from json_to_recordset($3) as r (id uuid, seq integer, hash text, at timestamptz, state text)
    on conflict (city, id) do update set seq = excluded.seq, hash = excluded.hash, at = excluded.at, state = excluded.state`,
};

/** Writes entries as they now stand, new ones and those that are there. */
export async function writeEntries(tx: Tx, city: number, noun: string, entries: readonly StoredEntry[]): Promise<void> {
  await tx.run(write, [city, noun, JSON.stringify(entries)]);
}

const known = { name: 'entry.known', text: 'select id from entry where city = $1 and noun = $2' };

/** The ids of all entries of a noun. */
export const knownEntries = async (tx: Tx, city: number, noun: string): Promise<Set<Uuid>> =>
  new Set((await tx.run<{ id: Uuid }>(known, [city, noun])).map(({ id }) => id));

const last = { name: 'entry.last', text: 'select seq from entry where city = $1 and id = $2' };

/** How many acts an entry has; 0 where there is none that the caller may see. */
export const findLastSeq = async (tx: Tx, city: number, id: Uuid): Promise<number> =>
  (await tx.run<{ seq: number }>(last, [city, id]))[0]?.seq ?? 0;
