import { refuse, type Uuid } from '../kernel/index.ts';
import { notify, type Statement, type Tx } from '../platform/postgres/index.ts';
import type { SealedAct, StoredAct } from './chain.rules.ts';
import { ALL, type Stretch } from './stretch.store.ts';

// The time as the server keeps it, microseconds since 2000 in hexadecimal: exact, and cheaper than any way of writing a date.
const columns = (
  body: string,
): string => `city, stream, seq, id, kind, seat, ${body}, encode(timestamptz_send(at), 'hex') as at,
  encode(hash, 'hex') as hash, encode(prev, 'hex') as prev`;
const VEIL = `(select v.body from act_veil v where v.city = act.city and v.stream = act.stream and v.seq = act.seq)`;
/** An act as it is read: where words in it were hidden later, its veil stands in the place of what was written. */
export const ACT_COLUMNS = columns(`coalesce(${VEIL}, body) as body`);
type Row = Omit<StoredAct, 'at'> & { at: string | Date };
const YEAR_2000 = Date.UTC(2000, 0, 1);

/** Reads acts by a statement that selects {@link ACT_COLUMNS}. A time finer than a millisecond was never sealed: it becomes invalid. */
export async function readActs(tx: Tx, statement: Statement, values: readonly unknown[]): Promise<StoredAct[]> {
  const rows = await tx.run<Row>(statement, values);
  for (const row of rows) {
    const since = Number(`0x${row.at as string}`) / 1000;
    row.at = new Date(Number.isInteger(since) ? YEAR_2000 + since : NaN);
  }
  return rows as StoredAct[];
}

/** One act as it is done, the usual case: taking nine arrays apart costs more than writing the row. */
const appendOne = {
  name: 'ledger.append-one',
  text: `insert into act (city, stream, seq, id, kind, seat, at, body, hash, prev)
    values ($1, $2, $3, $4, $5, $6, $7, $8, decode($9, 'hex'), decode($10, 'hex'))`,
};
const append = {
  name: 'ledger.append',
  text: `insert into act (city, stream, seq, id, kind, seat, at, body, hash, prev)
    select $1, stream, seq, id, kind, seat, at, body, decode(hash, 'hex'), decode(prev, 'hex')
    from unnest($2::uuid[], $3::integer[], $4::uuid[], $5::text[], $6::uuid[], $7::timestamptz[], $8::text[], $9::text[],
      $10::text[]) as new (stream, seq, id, kind, seat, at, body, hash, prev)`,
};

const PARTS = ['stream', 'seq', 'id', 'kind', 'seat', 'at', 'body', 'hash', 'prev'] as const;

/**
 * Appends sealed acts of one city, one or many in one round trip. Throws the refusals (409) `ledger.stream-moved` when
 * another act has taken that place in the stream, `ledger.act-already-recorded` when an act of that id stands in the ledger,
 * and (401) `identity.seat-left` when whoever acts sits on their seat no more; the transaction cannot go on after any. Once they are committed, every process that listens is told to look.
 */
export async function appendActs(tx: Tx, acts: readonly SealedAct[]): Promise<void> {
  const first = acts[0];
  if (!first) return;
  if (acts.some((act) => act.city !== first.city))
    throw new TypeError('acts of two cities cannot be appended together');
  notify(tx, first.city);
  const values = PARTS.map((part) => (acts.length === 1 ? first[part] : acts.map((act) => act[part])));
  try {
    await tx.run(acts.length === 1 ? appendOne : append, [first.city, ...values]);
  } catch (error) {
    const { constraint } = error as { constraint?: string };
    const { stream, seq, id } = first;
    if (constraint === 'act_pkey') return refuse('ledger.stream-moved', { stream, seq }, { status: 409 });
    if (constraint === 'act_city_id_key') return refuse('ledger.act-already-recorded', { id }, { status: 409 });
    if (constraint === 'act_by_sitter') return refuse('identity.seat-left', {}, { status: 401 });
    throw error;
  }
}

const find = { name: 'ledger.find', text: `select ${ACT_COLUMNS} from act where city = $1 and id = $2` };

/** The act of that id, if the ledger holds it and the caller may see it. */
export async function findAct(tx: Tx, city: number, id: Uuid): Promise<StoredAct | undefined> {
  return (await readActs(tx, find, [city, id]))[0];
}

const several = {
  name: 'ledger.find-several',
  text: `select ${ACT_COLUMNS} from act where city = $1 and id = any ($2::uuid[])`,
};

/** The acts of these ids that the caller may see, by id. */
export async function findActs(tx: Tx, city: number, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, StoredAct>> {
  if (ids.length === 0) return new Map();
  return new Map((await readActs(tx, several, [city, ids])).map((act) => [act.id, act]));
}

const hands = {
  name: 'ledger.hands',
  text: `select stream, seat from act where city = $1 and stream = any ($2::uuid[]) and seat is not null
    and kind <> all ($3::text[]) group by stream, seat order by stream, max(seq) desc`,
};

/** The seats that have acted in each of these streams, whoever acted last first; acts of the kinds `beside` count for nothing. */
export async function findHands(
  tx: Tx,
  city: number,
  of: readonly Uuid[],
  beside: readonly string[],
): Promise<ReadonlyMap<Uuid, readonly Uuid[]>> {
  if (of.length === 0) return new Map();
  const rows = await tx.run<{ stream: Uuid; seat: Uuid }>(hands, [city, of, beside]);
  const found = Map.groupBy(rows, ({ stream }) => stream);
  return new Map([...found].map(([stream, some]) => [stream, some.map(({ seat }) => seat)]));
}

const stream = {
  name: 'ledger.stream',
  text: `select ${ACT_COLUMNS} from act where city = $1 and stream = $2 and seq >= $3 and seq <= $4 order by seq limit $5`,
};

/** Acts of one stream in order, `from` that seq on (1 unless told), `upTo` that seq, at most `limit`. */
export const readStream = (
  tx: Tx,
  city: number,
  of: Uuid,
  { from = 1, upTo = 2 ** 31 - 1, limit }: { from?: number; upTo?: number; limit: number },
): Promise<StoredAct[]> => readActs(tx, stream, [city, of, from, upTo, limit]);

const latest = {
  name: 'ledger.latest',
  text: `select ${ACT_COLUMNS} from act where city = $1 and stream = $2 order by seq desc limit $3`,
};

/** The last `most` acts of a stream that the caller may see, in order. */
export const readLatest = async (tx: Tx, city: number, of: Uuid, most: number): Promise<StoredAct[]> =>
  (await readActs(tx, latest, [city, of, most])).reverse();

const all = {
  name: 'ledger.all',
  text: `select ${columns(`body, ${VEIL} as veil`)} from act where city = $1 and (stream, seq) > ($2, $3) and stream <= $4
    order by stream, seq limit $5`,
};
const BATCH = 5000;
/** No act of a stream comes before this one or has its number. */
const BEFORE_FIRST = 0;

/** An act as it was written, and what is read in its place where words in it were hidden. */
export type WrittenAct = StoredAct & { readonly veil: string | null };

/**
 * Every act of the city as it was written, or of a stretch of its streams, in the order (stream, seq), in batches; the next batch is on
 * its way while one is worked on. Acts appended meanwhile are seen when their stream lies still ahead, unless the
 * transaction holds still.
 */
export async function* readAll(
  tx: Tx,
  city: number,
  { from, upTo }: Stretch = ALL,
): AsyncGenerator<WrittenAct[], void, void> {
  const next = (stream: Uuid, seq: number) =>
    readActs(tx, all, [city, stream, seq, upTo, BATCH]) as Promise<WrittenAct[]>;
  let batch = await next(from, BEFORE_FIRST);
  while (batch.length > 0) {
    const last = batch.at(-1)!;
    const following: Promise<WrittenAct[]> = batch.length < BATCH ? Promise.resolve([]) : next(last.stream, last.seq);
    following.catch(() => undefined); // heard at the await below, unless the reader stops before
    yield batch;
    batch = await following;
  }
}
