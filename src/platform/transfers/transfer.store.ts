import type { Problem, Uuid } from '../../kernel/index.ts';
import type { Language } from '../i18n/index.ts';
import type { Tx } from '../postgres/index.ts';
import type { TransferKind, TransferStatus } from './contract.ts';

export type StoredTransfer = {
  id: Uuid;
  kind: TransferKind;
  seat: Uuid;
  account: Uuid;
  ask: string;
  title: string;
  language: Language;
  status: TransferStatus;
  done: number;
  total: number | null;
  problem: Problem | null;
  fileName: string;
  mediaType: string;
  size: number | null;
  createdAt: Date;
  finishedAt: Date | null;
  expiresAt: Date;
};
type Row = Omit<StoredTransfer, 'problem'> & { problem: string | null };

const COLUMNS = `id, kind, seat, account, ask, title, language, status, done, total, problem, file_name as "fileName",
  media_type as "mediaType", size, created_at as "createdAt", finished_at as "finishedAt", expires_at as "expiresAt"`;

const read = (row: Row): StoredTransfer => ({
  ...row,
  problem: row.problem === null ? null : (JSON.parse(row.problem) as Problem),
});

const insert = {
  name: 'transfer.insert',
  text: `insert into transfer (city, id, kind, seat, account, ask, title, language, status, total, file_name, media_type, created_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict (city, id) do nothing returning id`,
};
type NewRow = Pick<
  StoredTransfer,
  | 'id'
  | 'kind'
  | 'seat'
  | 'account'
  | 'ask'
  | 'title'
  | 'language'
  | 'status'
  | 'total'
  | 'fileName'
  | 'mediaType'
  | 'createdAt'
  | 'expiresAt'
>;

/** Writes a transfer; false where there is one of that id. */
export async function insertTransfer(tx: Tx, city: number, t: NewRow): Promise<boolean> {
  const head = [t.id, t.kind, t.seat, t.account, t.ask, t.title, t.language, t.status, t.total];
  return (await tx.run(insert, [city, ...head, t.fileName, t.mediaType, t.createdAt, t.expiresAt])).length > 0;
}

const find = { name: 'transfer.find', text: `select ${COLUMNS} from transfer where city = $1 and id = $2` };
const lock = { name: 'transfer.lock', text: `${find.text} for update` };
const list = {
  name: 'transfer.list',
  text: `select ${COLUMNS} from transfer where city = $1 and seat = $2 order by id desc limit $3`,
};
const unfinished = {
  name: 'transfer.unfinished',
  text: `select count(*)::integer as n from transfer where city = $1 and seat = $2 and kind = $3 and status in ('waiting', 'running')`,
};

/** A transfer of the city; undefined where there is none that the caller may read. */
export const findTransfer = async (tx: Tx, city: number, id: Uuid): Promise<StoredTransfer | undefined> =>
  (await tx.run<Row>(find, [city, id])).map(read)[0];

/** As {@link findTransfer}, the row locked until the transaction ends. */
export const lockTransfer = async (tx: Tx, city: number, id: Uuid): Promise<StoredTransfer | undefined> =>
  (await tx.run<Row>(lock, [city, id])).map(read)[0];

/** The seat's newest transfers. */
export const listTransfers = async (tx: Tx, city: number, seat: Uuid, limit: number): Promise<StoredTransfer[]> =>
  (await tx.run<Row>(list, [city, seat, limit])).map(read);

/** How many of the seat's are waiting or under way. */
export const countUnfinished = async (tx: Tx, city: number, seat: Uuid, kind: TransferKind): Promise<number> =>
  (await tx.run<{ n: number }>(unfinished, [city, seat, kind]))[0]!.n;

const claim = {
  name: 'transfer.claim',
  text: `update transfer set status = 'running' where city = $1 and id = $2 and status in ('waiting', 'running') returning ${COLUMNS}`,
};
/** Takes a transfer to work on it; undefined where it was cancelled, finished, or cleaned away. */
export const claimTransfer = async (tx: Tx, city: number, id: Uuid): Promise<StoredTransfer | undefined> =>
  (await tx.run<Row>(claim, [city, id])).map(read)[0];

const progress = {
  name: 'transfer.progress',
  text: `update transfer set done = $3, total = coalesce($4, total) where city = $1 and id = $2 and status = 'running' returning id`,
};
/** Says how far it is; false where it was cancelled meanwhile. */
export const noteProgress = async (
  tx: Tx,
  city: number,
  id: Uuid,
  done: number,
  total: number | null,
): Promise<boolean> => (await tx.run(progress, [city, id, done, total])).length > 0;

const finish = {
  name: 'transfer.finish',
  text: `update transfer set status = $3, finished_at = $4, problem = $5, size = $6 where city = $1 and id = $2
    and finished_at is null returning id`,
};
type End = { status: 'done' | 'failed' | 'cancelled'; at: Date; problem?: Problem; size?: number };

/** Ends a transfer; false where it had ended before. */
export async function finishTransfer(tx: Tx, city: number, id: Uuid, end: End): Promise<boolean> {
  const problem = end.problem ? JSON.stringify(end.problem) : null;
  return (await tx.run(finish, [city, id, end.status, end.at, problem, end.size ?? null])).length > 0;
}

const queue = {
  name: 'transfer.queue',
  text: `update transfer set status = 'waiting', ask = $3, done = 0, total = $4, expires_at = $5 where city = $1 and id = $2 and status = 'review' returning id`,
};
/** Sends what was reviewed to be done; false where it was sent before. */
export const queueTransfer = async (
  tx: Tx,
  city: number,
  id: Uuid,
  given: { ask: string; total: number; expiresAt: Date },
): Promise<boolean> => (await tx.run(queue, [city, id, given.ask, given.total, given.expiresAt])).length > 0;

const review = {
  name: 'transfer.review',
  text: `update transfer set status = 'review', finished_at = null, problem = null, expires_at = $3
    where city = $1 and id = $2 and kind = 'import' and status not in ('waiting', 'running') returning id`,
};
/** Lays an import that has ended before its reader again; false while it is under way. */
export const reviewTransfer = async (tx: Tx, city: number, id: Uuid, expiresAt: Date): Promise<boolean> =>
  (await tx.run(review, [city, id, expiresAt])).length > 0;

const remove = { name: 'transfer.remove', text: 'delete from transfer where city = $1 and id = $2 returning id' };
/** Takes a transfer away with all that belongs to it. */
export const removeTransfer = async (tx: Tx, city: number, id: Uuid): Promise<boolean> =>
  (await tx.run(remove, [city, id])).length > 0;

const sweep = { name: 'transfer.sweep', text: 'delete from transfer where city = $1 and expires_at < $2' };
/** Removes the transfers whose time is over, with their parts. */
export const removeExpired = async (tx: Tx, city: number, now: Date): Promise<void> =>
  void (await tx.run(sweep, [city, now]));

const part = {
  name: 'transfer.part',
  text: 'insert into transfer_part (city, transfer, n, bytes) values ($1, $2, $3, $4)',
};
const parts = {
  name: 'transfer.parts',
  text: 'select bytes from transfer_part where city = $1 and transfer = $2 and n = $3',
};
const unpart = { name: 'transfer.unpart', text: 'delete from transfer_part where city = $1 and transfer = $2' };

/** Adds the n-th piece of a transfer’s file, from 0. */
export const insertPart = async (tx: Tx, city: number, id: Uuid, n: number, bytes: Buffer): Promise<void> =>
  void (await tx.run(part, [city, id, n, bytes]));
/** The n-th piece of a transfer’s file, from 0; undefined after the last. */
export const findPart = async (tx: Tx, city: number, id: Uuid, n: number): Promise<Buffer | undefined> =>
  (await tx.run<{ bytes: Buffer }>(parts, [city, id, n]))[0]?.bytes;
/** Removes a transfer’s file, and leaves the transfer. */
export const removeParts = async (tx: Tx, city: number, id: Uuid): Promise<void> =>
  void (await tx.run(unpart, [city, id]));
