import { LAST_UUID, type Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { DraftRow, ReviewArticle } from './contract.ts';
import type { Review } from './review.rules.ts';

export type StoredDraft = DraftRow & { version: number; articles: ReviewArticle[]; review: Review };
type Row = Omit<DraftRow, 'createdAt'> & { createdAt: Date; version: number; articles: string; review: string };

const HEAD = 'id, title, status, round, items, created_at as "createdAt", created_by as "by"';

const known = { name: 'draft.known', text: `select id from draft where city = $1 and digest = $2` };
/** The draft of the same text, if it was read before. */
export const findByDigest = async (tx: Tx, city: number, digest: Buffer): Promise<Uuid | undefined> =>
  (await tx.run<{ id: Uuid }>(known, [city, digest]))[0]?.id;

const insert = {
  name: 'draft.insert',
  text: `insert into draft (city, id, digest, title, items, articles, review, seat, created_by, created_at, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) on conflict (city, digest) do nothing returning id`,
};
type NewDraft = {
  id: Uuid;
  digest: Buffer;
  title: string;
  articles: ReviewArticle[];
  review: Review;
  seat: Uuid;
  by: string;
  at: Date;
};

/** Writes a draft; false where somebody has just read the same text. */
export async function insertDraft(tx: Tx, city: number, d: NewDraft): Promise<boolean> {
  const values = [d.id, d.digest, d.title, d.review.items.length, JSON.stringify(d.articles), JSON.stringify(d.review)];
  return (await tx.run(insert, [city, ...values, d.seat, d.by, d.at])).length > 0;
}

const find = {
  name: 'draft.find',
  text: `select ${HEAD}, version, articles, review from draft where city = $1 and id = $2`,
};
const lock = { name: 'draft.lock', text: `${find.text} for update` };

const read = (row: Row | undefined): StoredDraft | undefined =>
  row && {
    ...row,
    createdAt: row.createdAt.toISOString(),
    articles: JSON.parse(row.articles) as ReviewArticle[],
    review: JSON.parse(row.review) as Review,
  };

/** A draft of the city; undefined where there is none of that id. */
export const findDraft = async (tx: Tx, city: number, id: Uuid): Promise<StoredDraft | undefined> =>
  read((await tx.run<Row>(find, [city, id]))[0]);

/** As {@link findDraft}, the row locked until the transaction ends. */
export const lockDraft = async (tx: Tx, city: number, id: Uuid): Promise<StoredDraft | undefined> =>
  read((await tx.run<Row>(lock, [city, id]))[0]);

const list = {
  name: 'draft.list',
  text: `select ${HEAD} from draft where city = $1 and id < $2 order by id desc limit $3`,
};
/** Drafts, newest first, after the one of that id. */
export async function listDrafts(tx: Tx, city: number, after: Uuid | null, limit: number): Promise<DraftRow[]> {
  const rows = await tx.run<Omit<DraftRow, 'createdAt'> & { createdAt: Date }>(list, [city, after ?? LAST_UUID, limit]);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

const save = {
  name: 'draft.save',
  text: `update draft set review = $3, items = $4, version = version + 1, updated_at = $5 where city = $1 and id = $2 returning version`,
};
/** Keeps a review; returns the new version. */
export async function saveReview(tx: Tx, city: number, id: Uuid, review: Review, at: Date): Promise<number> {
  const [row] = await tx.run<{ version: number }>(save, [city, id, JSON.stringify(review), review.items.length, at]);
  return row!.version;
}

const close = {
  name: 'draft.close',
  text: `update draft set status = 'assigned', round = $3, version = version + 1, updated_at = $4 where city = $1 and id = $2`,
};
/** Closes a draft as assigned in a round. */
export async function closeDraft(tx: Tx, city: number, id: Uuid, round: Uuid, at: Date): Promise<void> {
  await tx.run(close, [city, id, round, at]);
}
