import { createHash } from 'node:crypto';
import { transact, type Pool, type Tx } from '../postgres/index.ts';
import { areBytesKept, findReplaced, forgetReplaced, insertFile, replaceFile, type StoredFile } from './file.store.ts';
import { SEALED_MEDIA, SEALED_NAME, sealAbout, sealBytes } from './sealed.ts';
import type { FileStore } from './store.ts';

/** A file of which a sealed copy is kept, whose row is still to be written. */
export type SealedCopy = { readonly of: string; readonly print: string; readonly row: StoredFile };

/**
 * Keeps the bytes of a file that lies in the clear once more, sealed with a key, for a file of another id; its row comes with {@link takePlace}.
 * `print`: the SHA-256 of what was in the clear, hexadecimal. Null where its bytes are gone or are not what they were: what cannot be
 * told from something else is left to `huiyin verify`.
 */
export async function sealedCopy(
  files: Pick<FileStore, 'read' | 'save'>,
  file: Pick<StoredFile, 'id' | 'name' | 'media_type' | 'size' | 'sha256'>,
  { id, key }: { readonly id: string; readonly key: Buffer },
): Promise<SealedCopy | null> {
  const bytes = await readWhole(files, file.sha256);
  if (!bytes || !createHash('sha256').update(bytes).digest().equals(file.sha256)) return null;
  const sealed = sealBytes(key, id, bytes);
  const sha256 = await files.save(sealed);
  const about = sealAbout(key, id, { name: file.name, mediaType: file.media_type, size: file.size });
  const said = { name: SEALED_NAME, media_type: SEALED_MEDIA, about, kept: null };
  const row = { ...said, id, size: sealed.length, sha256, uploaded_by: null };
  return { of: file.id, print: file.sha256.toString('hex'), row };
}

async function readWhole(files: Pick<FileStore, 'read'>, sha256: Buffer): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of files.read(sha256)) chunks.push(chunk as Buffer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return Buffer.concat(chunks);
}

/** Notes a sealed copy, before whoever names the first file names it. For the system. */
export const noteCopy = (tx: Tx, city: number, { row }: SealedCopy, now: Date): Promise<void> =>
  insertFile(tx, { ...row, city, created_at: now });

/** Lets the file go of which there is a sealed copy, unless something else names it. For the system. */
export const takePlace = (tx: Tx, { of, row }: SealedCopy): Promise<void> => replaceFile(tx, of, row.id, SEALED_NAME);

/** Takes the bytes of what was replaced away, unless another file has the same, and then its row; again each time until both are gone. */
export async function sweepReplaced(
  { pool, files }: { pool: Pool; files: Pick<FileStore, 'forget' | 'read'> },
  city: number,
): Promise<void> {
  const system = { city, system: true } as const;
  for (const { id, sha256 } of await transact(pool, system, (tx) => findReplaced(tx, city))) {
    await files.forget(sha256, () => transact(pool, system, (tx) => areBytesKept(tx, sha256)));
    // Bytes that were just saved stay for an hour: the row stays with them, and both go the next time.
    const waits = (await isThere(files, sha256)) && !(await transact(pool, system, (tx) => areBytesKept(tx, sha256)));
    if (!waits) await transact(pool, system, (tx) => forgetReplaced(tx, city, id));
  }
}

async function isThere(files: Pick<FileStore, 'read'>, sha256: Buffer): Promise<boolean> {
  try {
    for await (const _ of files.read(sha256)) return true;
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
