import type { Tx } from '../postgres/index.ts';
import type { FileFacts, FileReceipt } from './contract.ts';

export type StoredFile = {
  id: string;
  name: string;
  media_type: string;
  size: number;
  sha256: Buffer;
  uploaded_by: string | null;
  /** What it is, of a sealed file, and its key until it is attached. */
  about: string | null;
  kept: string | null;
};
/** A file that is kept, or was: erased with the person whose it was, it has no bytes any more. */
type KeptFile = StoredFile & { erased_at: Date | null };

/** Adds a file; one of that id stays as it is. */
export async function insertFile({ db }: Tx, file: StoredFile & { city: number; created_at: Date }): Promise<void> {
  await db
    .insertInto('file')
    .values(file)
    .onConflict((same) => same.columns(['city', 'id']).doNothing())
    .execute();
}

/** The file of that id, also one whose bytes were erased. */
export const findFile = ({ db }: Tx, city: number, id: string): Promise<KeptFile | undefined> =>
  db
    .selectFrom('file')
    .select(['id', 'name', 'media_type', 'size', 'sha256', 'uploaded_by', 'erased_at', 'about', 'kept'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();

const facts = {
  name: 'files.facts',
  text: `select id, name, size, encode(sha256, 'hex') as sha256 from file
    where city = $1 and id = any ($2::uuid[]) and ($3 or erased_at is null) and ($4 or about is null)`,
};

/**
 * What the city's files of these ids are, by id; one that is not there, was erased, or is not to be seen by the caller, is not among
 * them. `erasedToo`: also what was erased, for whoever holds acts against the table; `sealedToo`: also what is sealed, which is nothing
 * to whoever lacks its key.
 */
export async function findFileFacts(
  tx: Tx,
  city: number,
  ids: readonly string[],
  { erasedToo = false, sealedToo = erasedToo }: { erasedToo?: boolean; sealedToo?: boolean } = {},
): Promise<Map<string, FileFacts>> {
  if (ids.length === 0) return new Map();
  return new Map((await tx.run<FileFacts>(facts, [city, ids, erasedToo, sealedToo])).map((file) => [file.id, file]));
}

const page = {
  name: 'files.page',
  text: `select id, name, size, encode(sha256, 'hex') as sha256, erased_at is not null or replaced_by is not null as erased from file where city = $1 and id >= $2 order by id limit 500`,
};

/** The city's files from that id on, in order, at most five hundred. */
export const readFilesFrom = (tx: Tx, city: number, from: string): Promise<(FileFacts & { erased: boolean })[]> =>
  tx.run<FileFacts & { erased: boolean }>(page, [city, from]);

export type ListedFile = FileReceipt & { readonly erased: boolean; readonly sealed: boolean };

const listed = {
  name: 'files.listed',
  text: `select id, name, media_type as "mediaType", size, erased_at is not null as erased, about is not null as sealed from file
    where city = $1 and id = any ($2::uuid[])`,
};

/** The files of these ids that the city has or had, for a list of attachments. */
export const findFiles = async (tx: Tx, city: number, ids: readonly string[]): Promise<ListedFile[]> =>
  ids.length === 0 ? [] : tx.run<ListedFile>(listed, [city, ids]);

const erasedBytes = {
  name: 'files.erased-bytes',
  text: `select distinct sha256 from file f where city = $1 and erased_by is not null and sha256 > $2
    and not file_bytes_kept(sha256) order by sha256 limit 500`,
};

/** The SHA-256 of erased files whose bytes no file has any more, after that one, in order, at most five hundred. For the system. */
export const findErasedBytes = async (tx: Tx, city: number, after: Buffer): Promise<Buffer[]> =>
  (await tx.run<{ sha256: Buffer }>(erasedBytes, [city, after])).map(({ sha256 }) => sha256);

const kept = { name: 'files.bytes-kept', text: 'select file_bytes_kept($1) as kept' };

/** Whether any city of this server still has a file with these bytes. */
export const areBytesKept = async (tx: Tx, sha256: Buffer): Promise<boolean> =>
  (await tx.run<{ kept: boolean }>(kept, [sha256]))[0]!.kept;

const replace = { name: 'files.replace', text: 'select replace_file($1, $2, $3)' };

/** Marks a file as kept in another, sealed, unless something else names it. For the system. */
export const replaceFile = async (tx: Tx, id: string, other: string, called: string): Promise<void> =>
  void (await tx.run(replace, [id, other, called]));

const replaced = {
  name: 'files.replaced',
  text: 'select id, sha256 from file where city = $1 and replaced_by is not null order by id limit 500',
};

/** Files that are kept in others by now, whose bytes and rows are still here. */
export const findReplaced = (tx: Tx, city: number): Promise<{ id: string; sha256: Buffer }[]> =>
  tx.run(replaced, [city]);

const forgetOne = {
  name: 'files.forget-replaced',
  text: 'delete from file where city = $1 and id = $2 and replaced_by is not null',
};

/** Takes away the row of what is kept in another. For the system. */
export const forgetReplaced = async (tx: Tx, city: number, id: string): Promise<void> =>
  void (await tx.run(forgetOne, [city, id]));

const sealedOnes = {
  name: 'files.sealed',
  text: `select id, about, kept from file where city = $1 and id = any ($2::uuid[]) and about is not null and erased_at is null`,
};

/** Those of these files that are sealed: what they are, and the key that is kept of those that nobody has attached yet. */
export const findSealedFiles = (
  tx: Tx,
  city: number,
  ids: readonly string[],
): Promise<{ id: string; about: string; kept: string | null }[]> => tx.run(sealedOnes, [city, ids]);

const forgetKeys = { name: 'files.forget-keys', text: 'select forget_file_keys($1::uuid[])' };

/** Forgets the keys that were kept of files that are now attached. For the system. */
export const forgetKept = async (tx: Tx, ids: readonly string[]): Promise<void> =>
  void (await tx.run(forgetKeys, [ids]));
