import type { Tx } from '../postgres/index.ts';
import type { FileFacts, FileReceipt } from './contract.ts';

export type StoredFile = {
  id: string;
  name: string;
  media_type: string;
  size: number;
  sha256: Buffer;
  uploaded_by: string | null;
};

export async function insertFile({ db }: Tx, file: StoredFile & { city: number; created_at: Date }): Promise<void> {
  await db
    .insertInto('file')
    .values(file)
    .onConflict((same) => same.columns(['city', 'id']).doNothing())
    .execute();
}

export const findFile = ({ db }: Tx, city: number, id: string): Promise<StoredFile | undefined> =>
  db
    .selectFrom('file')
    .select(['id', 'name', 'media_type', 'size', 'sha256', 'uploaded_by'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();

const facts = {
  name: 'files.facts',
  text: `select id, name, size, encode(sha256, 'hex') as sha256 from file where city = $1 and id = any ($2::uuid[])`,
};

/** What the city's files of these ids are, by id; one that is not there, or not to be seen by the caller, is not among them. */
export async function findFileFacts(tx: Tx, city: number, ids: readonly string[]): Promise<Map<string, FileFacts>> {
  if (ids.length === 0) return new Map();
  return new Map((await tx.run<FileFacts>(facts, [city, ids])).map((file) => [file.id, file]));
}

const page = {
  name: 'files.page',
  text: `select id, name, size, encode(sha256, 'hex') as sha256 from file where city = $1 and id >= $2 order by id limit 500`,
};

/** The city's files from that id on, in order, at most five hundred. */
export const readFilesFrom = (tx: Tx, city: number, from: string): Promise<FileFacts[]> =>
  tx.run<FileFacts>(page, [city, from]);

/** The files of these ids that the city has, for a list of attachments. */
export async function findFiles({ db }: Tx, city: number, ids: readonly string[]): Promise<FileReceipt[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('file')
    .select(['id', 'name', 'media_type as mediaType', 'size'])
    .where('city', '=', city)
    .where('id', 'in', ids)
    .execute();
  return rows;
}
