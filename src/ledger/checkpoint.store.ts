import { refuse } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { Hash } from './chain.rules.ts';
import type { SigningKey } from './checkpoint.rules.ts';
import type { Checkpoint } from './contract.ts';

/** A transaction number of the database (xid8) as decimal digits: every act written by a lower one is settled. */
export type Horizon = string;

// An act that is visible although its transaction lies in the future came from another cluster (a dump was loaded into a
// young one); no order of transactions can be told then.
const horizon = {
  name: 'ledger.horizon',
  text: `select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
    exists (select from act where city = $1
      and xid > coalesce(pg_current_xact_id_if_assigned(), pg_snapshot_xmax(pg_current_snapshot()))) as moved`,
};

/**
 * The settled horizon: the lowest transaction still open. All acts of the city by lower ones are committed and visible,
 * and none can be added to them any more. Must be asked in a READ COMMITTED transaction *before* the acts are read, in a
 * statement of its own. Throws the refusal `ledger.cluster-moved` where transaction numbers began anew.
 */
export async function settledHorizon(tx: Tx, city: number): Promise<Horizon> {
  const [row] = await tx.run<{ horizon: string; moved: boolean }>(horizon, [city]);
  return row!.moved ? refuse('ledger.cluster-moved', {}, { status: 500 }) : row!.horizon;
}

const settled = {
  name: 'ledger.settled',
  text: `select xid, position, encode(hash, 'hex') as hash from act
    where city = $1 and (xid, position) > ($2::xid8, $3) and xid < $4::xid8 order by xid, position limit $5`,
};
type Settled = { xid: string; position: number; hash: Hash };
const BATCH = 20_000;

/** Hashes of the settled acts between two horizons in the order (xid, position), in batches. */
export async function* readSettled(tx: Tx, city: number, from: Horizon, below: Horizon): AsyncGenerator<Hash[]> {
  // Positions begin at 1, so (from, 0) is before every act of that transaction.
  let after: Settled | undefined = { xid: from, position: 0, hash: '' };
  while (after) {
    const rows: Settled[] = await tx.run<Settled>(settled, [city, after.xid, after.position, below, BATCH]);
    yield rows.map((row) => row.hash);
    after = rows.length < BATCH ? undefined : rows.at(-1);
  }
}

const columns = `city, n, horizon::text, acts, encode(root, 'hex') as root, encode(prev, 'hex') as prev, at, key_id as key,
  encode(signature, 'hex') as signature`;
const list = {
  name: 'ledger.checkpoints',
  text: `select ${columns} from checkpoint where city = $1 and n > $2 order by n limit 1000`,
};
const last = {
  name: 'ledger.last-checkpoint',
  text: `select ${columns} from checkpoint where city = $1 order by n desc limit 1`,
};
const one = {
  name: 'ledger.checkpoint',
  text: `select ${columns} from checkpoint where city = $1 and n = $2`,
};
type Row = Omit<Checkpoint, 'at'> & { at: Date };
const read = (row: Row): Checkpoint => ({ ...row, at: row.at.toISOString() });

/** The checkpoints after number `n`, in order, at most a thousand. */
export async function readCheckpoints(tx: Tx, city: number, n: number): Promise<Checkpoint[]> {
  return (await tx.run<Row>(list, [city, n])).map(read);
}

/** The checkpoint of that number, if it is there. */
export async function findCheckpoint(tx: Tx, city: number, n: number): Promise<Checkpoint | undefined> {
  return (await tx.run<Row>(one, [city, n])).map(read)[0];
}

const head = {
  name: 'ledger.checkpoint-head',
  text: `select n, encode(root, 'hex') as root from checkpoint_head where city = $1`,
};

/** The number and the root of the newest checkpoint that there ever was, kept apart from the checkpoints. */
export async function findHead(tx: Tx, city: number): Promise<{ n: number; root: Hash } | undefined> {
  return (await tx.run<{ n: number; root: Hash }>(head, [city]))[0];
}

/** The newest checkpoint, if there is one: what a bulletin carries. */
export async function findLastCheckpoint(tx: Tx, city: number): Promise<Checkpoint | undefined> {
  return (await tx.run<Row>(last, [city])).map(read)[0];
}

const insert = {
  name: 'ledger.add-checkpoint',
  text: `insert into checkpoint (city, n, horizon, acts, root, prev, at, key_id, signature)
    values ($1, $2, $3::xid8, $4, decode($5, 'hex'), decode($6, 'hex'), $7, $8, decode($9, 'hex'))`,
};

/** Writes a signed checkpoint; throws where the city has one of that number. */
export async function insertCheckpoint(tx: Tx, c: Checkpoint): Promise<void> {
  await tx.run(insert, [c.city, c.n, c.horizon, c.acts, c.root, c.prev, c.at, c.key, c.signature]);
}

/** Lets one transaction at a time make checkpoints of a city; the next waits until this one has ended. */
export async function lockCheckpoints(tx: Tx, city: number): Promise<void> {
  await tx.run({ name: 'ledger.lock', text: `select pg_advisory_xact_lock(hashtext('ledger.checkpoint'), $1)` }, [
    city,
  ]);
}

const publicKeys = { name: 'ledger.keys', text: 'select id, public from signing_key where city = $1' };

/** Public keys of the city by their id. */
export async function readPublicKeys(tx: Tx, city: number): Promise<Map<string, Buffer>> {
  const rows = await tx.run<{ id: string; public: Buffer }>(publicKeys, [city]);
  return new Map(rows.map((row) => [row.id, row.public]));
}

const signingKey = {
  name: 'ledger.signing-key',
  text: `select k.id, k.public, s.private from signing_key k join signing_secret s on s.city = k.city and s.id = k.id
    where k.city = $1 order by k.created_at desc, k.id limit 1`,
};

/** The newest key to sign with, if there is one. Only the system can read its private half. */
export async function findSigningKey(tx: Tx, city: number): Promise<SigningKey | undefined> {
  return (await tx.run<SigningKey>(signingKey, [city]))[0];
}

/** Adds a key: its public half for everybody, its private half where only the system reads. */
export async function insertSigningKey(tx: Tx, city: number, key: SigningKey, now: Date): Promise<void> {
  const open = 'insert into signing_key (city, id, public, created_at) values ($1, $2, $3, $4)';
  await tx.run({ name: 'ledger.add-key', text: open }, [city, key.id, key.public, now]);
  const secret = 'insert into signing_secret (city, id, private) values ($1, $2, $3)';
  await tx.run({ name: 'ledger.add-secret', text: secret }, [city, key.id, key.private]);
}
