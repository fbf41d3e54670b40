import { LAST_UUID, type Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { BulletinRef, BulletinRow } from './contract.ts';

const HEAD = `id, number, title, round, before, published_at as "publishedAt", published_by as "by"`;
type Row = Omit<BulletinRow, 'publishedAt'> & { publishedAt: Date };
const head = (row: Row): BulletinRow => ({ ...row, publishedAt: row.publishedAt.toISOString() });

export type NewBulletin = BulletinRow & { content: string; seq: number; hash: string };

const REF = `jsonb_build_object('id', o.id, 'number', o.number, 'by', o.published_by, 'publishedAt',
  to_char(o.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;
/** What a bulletin says that it corrects stands in its frozen content alone, which is opened only where a round has several. */
const OTHERS = 'o.city = b.city and o.round = b.round and o.id <> b.id';
const CORRECTS = (one: string) => `(${one}.content::jsonb #>> '{supersedes,id}')::uuid`;
const CORRECTIONS = `case when exists (select from bulletin o where ${OTHERS})
    then (select ${REF} from bulletin o where ${OTHERS} and ${CORRECTS('b')} = o.id) end as supersedes,
  (select ${REF} from bulletin o where ${OTHERS} and ${CORRECTS('o')} = b.id limit 1) as "supersededBy"`;
type Corrected = { supersedes: BulletinRef | null; supersededBy: BulletinRef | null };
/** The corrections that there are. */
const corrections = ({ supersedes, supersededBy }: Corrected): Pick<BulletinRow, keyof Corrected> => ({
  ...(supersedes ? { supersedes } : {}),
  ...(supersededBy ? { supersededBy } : {}),
});

const insert = {
  name: 'bulletin.insert',
  text: `insert into bulletin (city, id, number, title, round, before, content, published_at, published_by, seq, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, decode($11, 'hex'))`,
};
/** Writes a published bulletin as it is frozen; throws where the number is taken. */
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

const one = {
  name: 'bulletin.find',
  text: `select content, ${CORRECTIONS} from bulletin b where city = $1 and id = $2`,
};
/** A bulletin's frozen content, and what corrects it by now. */
export async function findBulletin(
  tx: Tx,
  city: number,
  id: Uuid,
): Promise<{ content: string; supersededBy: BulletinRef | null } | undefined> {
  const [found] = await tx.run<Corrected & { content: string }>(one, [city, id]);
  return found && { content: found.content, supersededBy: found.supersededBy };
}

const list = {
  name: 'bulletin.list',
  text: `select ${HEAD}, ${CORRECTIONS} from bulletin b where city = $1 and id < $2 order by id desc limit $3`,
};
/** Bulletins, newest first, after the one of that id. */
export const listBulletins = async (tx: Tx, city: number, after: Uuid | null, limit: number): Promise<BulletinRow[]> =>
  (await tx.run<Row & Corrected>(list, [city, after ?? LAST_UUID, limit])).map(
    ({ supersedes, supersededBy, ...row }) => ({ ...head(row), ...corrections({ supersedes, supersededBy }) }),
  );

const inForce = {
  name: 'bulletin.in-force',
  text: `select ${REF} as ref from bulletin o where o.city = $1 and o.round = $2 and not exists (
      select from bulletin b where b.city = o.city and b.round = o.round and b.id <> o.id and ${CORRECTS('b')} = o.id)
    order by o.published_at desc, o.id desc limit 1`,
};
/** The bulletin of a round that no other corrects. */
export const findInForce = async (tx: Tx, city: number, round: Uuid): Promise<BulletinRef | undefined> =>
  (await tx.run<{ ref: BulletinRef }>(inForce, [city, round]))[0]?.ref;
