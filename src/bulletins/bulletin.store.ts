import type { Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { BulletinRow } from './contract.ts';

const HEAD = `id, number, title, round, before, published_at as "publishedAt", published_by as "by"`;
type Row = Omit<BulletinRow, 'publishedAt'> & { publishedAt: Date };
const head = (row: Row): BulletinRow => ({ ...row, publishedAt: row.publishedAt.toISOString() });

export type NewBulletin = BulletinRow & { content: string; seq: number; hash: string };

const insert = {
  name: 'bulletin.insert',
  text: `insert into bulletin (city, id, number, title, round, before, content, published_at, published_by, seq, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, decode($11, 'hex'))`,
};
export async function insertBulletin(tx: Tx, city: number, b: NewBulletin): Promise<void> {
  await tx.run(insert, [
    city,
    b.id,
    b.number,
    b.title,
    b.round,
    b.before,
    b.content,
    b.publishedAt,
    b.by,
    b.seq,
    b.hash,
  ]);
}

const one = { name: 'bulletin.find', text: `select ${HEAD}, content from bulletin where city = $1 and id = $2` };
export async function findBulletin(
  tx: Tx,
  city: number,
  id: Uuid,
): Promise<{ row: BulletinRow; content: string } | undefined> {
  const [found] = await tx.run<Row & { content: string }>(one, [city, id]);
  if (!found) return undefined;
  const { content, ...row } = found;
  return { row: head(row), content };
}

const list = {
  name: 'bulletin.list',
  text: `select ${HEAD} from bulletin where city = $1 and id < $2 order by id desc limit $3`,
};
/** Bulletins, newest first, after the one of that id. */
export const listBulletins = async (tx: Tx, city: number, after: Uuid | null, limit: number): Promise<BulletinRow[]> =>
  (await tx.run<Row>(list, [city, after ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', limit])).map(head);

const verify = {
  name: 'bulletin.verify',
  text: `select id, encode(hash, 'hex') as hash, content from bulletin where city = $1 and id = any ($2::uuid[])`,
};
export const readBulletins = (
  tx: Tx,
  city: number,
  ids: readonly Uuid[],
): Promise<{ id: Uuid; hash: string; content: string }[]> => tx.run(verify, [city, ids]);

const count = { name: 'bulletin.count', text: 'select count(*)::integer as n from bulletin where city = $1' };
export const countBulletins = async (tx: Tx, city: number): Promise<number> =>
  (await tx.run<{ n: number }>(count, [city]))[0]!.n;
