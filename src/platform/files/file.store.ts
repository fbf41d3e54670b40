import type { Tx } from '../postgres/index.ts';
import type { FileReceipt } from './contract.ts';

export type StoredFile = {
  id: string;
  name: string;
  media_type: string;
  size: number;
  sha256: Buffer;
  uploaded_by: string | null;
};

export async function insertFile({ db }: Tx, file: StoredFile & { city: number; created_at: Date }): Promise<void> {
  await db.insertInto('file').values(file).execute();
}

export const findFile = ({ db }: Tx, city: number, id: string): Promise<StoredFile | undefined> =>
  db
    .selectFrom('file')
    .select(['id', 'name', 'media_type', 'size', 'sha256', 'uploaded_by'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();

/** Of these ids, those of which the city has no file. */
export async function findMissingFiles({ db }: Tx, city: number, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('file').select('id').where('city', '=', city).where('id', 'in', ids).execute();
  const found = new Set(rows.map((row) => row.id));
  return ids.filter((id) => !found.has(id));
}

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
