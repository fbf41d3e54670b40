import { refuse, Refusal, uuidv7, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../identity/index.ts';
import { transact, type Pool } from '../postgres/index.ts';
import type { FileReceipt } from './contract.ts';
import { findFile } from './file.store.ts';
import { keepFile, refuseKind } from './files.acts.ts';
import { FILE_LIMIT, hopeless } from './media.rules.ts';
import { inPieces } from './pieces.ts';
import { openAbout, openPiece, sealPiece, type DrawnKey, type FileSealing } from './sealed.ts';
import type { FileStore } from './store.ts';
import {
  addPiece,
  countUploads,
  findUpload,
  insertUpload,
  lockUpload,
  readPieces,
  removeUpload,
  type StoredUpload,
} from './upload.store.ts';

/** What nobody has gone on with for so long is swept. */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** Half uploads of one seat: more than anybody chooses at once, and an end to what a program could fill the database with. */
const MOST_OPEN = 60;

const expiry = (now: Date): Date => new Date(now.getTime() + KEPT_MS);

/**
 * Begins an upload of `size` bytes for the caller's seat, and answers with it; its id becomes the file's. With `sealing` it becomes a
 * sealed file, and nothing of it is kept in the clear meanwhile.
 *
 * @throws Refusal `files.empty`, `files.too-large` (413), `files.too-many-open` (429).
 */
export async function openUpload(
  pool: Pool,
  caller: Caller,
  { name, size, sealing }: { readonly name: string; readonly size: number; readonly sealing?: FileSealing | undefined },
  now: Date,
): Promise<StoredUpload> {
  if (size === 0) refuse('files.empty', { name });
  if (size > FILE_LIMIT) refuse('files.too-large', { name, limit: FILE_LIMIT / 1024 / 1024 }, { status: 413 });
  const id = uuidv7(now);
  return transact(pool, caller, async (tx) => {
    if ((await countUploads(tx, caller.city, caller.seat)) >= MOST_OPEN)
      refuse('files.too-many-open', { most: MOST_OPEN }, { status: 429 });
    const drawn = await sealing?.draw(tx, caller, id);
    const said = drawn ? sealPiece(drawn.key, Buffer.from(name), `${id}/name`).toString('base64') : name;
    const upload = { id, name: said, size, expiresAt: expiry(now), kept: drawn?.kept ?? null };
    await insertUpload(tx, caller.city, { ...upload, seat: caller.seat, createdAt: now });
    return { ...upload, received: 0 };
  });
}

/** @throws Refusal `files.upload-not-found` (404), for another seat's as well: the difference would tell that it is there. */
export async function getUpload(pool: Pool, caller: Caller, id: Uuid): Promise<StoredUpload> {
  const found = await transact(pool, caller, (tx) => findUpload(tx, caller.city, caller.seat, id));
  return found ?? refuse('files.upload-not-found', { id }, { status: 404 });
}

/**
 * Adds what comes to the caller's upload, from the byte `offset` on, and answers with how far it has come. Each piece is kept in a
 * transaction of its own as it comes, so that a line that breaks costs little, and no transaction waits for a slow phone.
 *
 * @throws Refusal `files.upload-offset` (409) where the upload does not stand at that byte, `files.upload-longer` (413),
 *   `files.upload-not-found` (404), `files.unknown` (415) where its first bytes say already that it is nothing to keep: it is given up.
 */
export async function receive(
  pool: Pool,
  caller: Caller,
  to: { readonly id: Uuid; readonly offset: number; readonly now: () => Date; readonly sealing: FileSealing },
  coming: AsyncIterable<Buffer>,
): Promise<StoredUpload> {
  const { size, received, ...upload } = await getUpload(pool, caller, to.id);
  const elsewhere = (stands: number) =>
    refuse('files.upload-offset', { offset: to.offset, stands }, { status: 409, pointer: 'Upload-Offset' });
  if (received !== to.offset) elsewhere(received);
  const seal = await keyOf(pool, caller, { ...upload, id: to.id }, to.sealing, to.now());
  let place = received;
  let { expiresAt } = upload;
  for await (const bytes of inPieces(coming)) {
    if (place + bytes.length > size) refuse('files.upload-longer', { size }, { status: 413 });
    if (place === 0 && hopeless(bytes)) {
      await dropUpload(pool, caller, to.id);
      refuseKind('unknown', nameOf({ ...upload, id: to.id }, seal));
    }
    expiresAt = expiry(to.now());
    const kept = seal ? sealPiece(seal.key, bytes, `${to.id}/${place}`) : bytes;
    const piece = { place, bytes: kept, length: bytes.length, expiresAt };
    const added = await transact(pool, caller, (tx) => addPiece(tx, caller.city, to.id, piece));
    // Somebody else has gone on with it meanwhile: the same person, whose first line hung and then came back.
    if (!added) elsewhere((await getUpload(pool, caller, to.id)).received);
    place += bytes.length;
  }
  return { ...upload, size, received: place, expiresAt };
}

/** Gives the caller's upload up. One that is not there is given up already. */
export const dropUpload = (pool: Pool, caller: Caller, id: Uuid): Promise<void> =>
  transact(pool, caller, (tx) => removeUpload(tx, caller.city, caller.seat, id));

/**
 * Makes a file of an upload that has come whole; the file bears the upload's id. Asked again it answers the same. What turns out to be no
 * file that may be kept is given up.
 *
 * @throws Refusal `files.upload-unfinished` (409), `files.upload-not-found` (404), and what {@link keepFile} refuses.
 */
export async function takeUpload(
  { pool, files, sealing }: { pool: Pool; files: FileStore; sealing: FileSealing },
  caller: Caller,
  id: Uuid,
  now: Date,
): Promise<FileReceipt> {
  const { city, seat } = caller;
  const found = await transact(pool, caller, async (tx) => {
    const upload = await lockUpload(tx, city, seat, id);
    const sealOf = async (kept: string | null): Promise<DrawnKey | null> =>
      kept === null ? null : { kept, key: await sealing.open(tx, caller, { id, kept }, now) };
    if (!upload) {
      const file = await findFile(tx, city, id);
      return takenBefore(file, seat, await sealOf(file?.uploaded_by === seat ? file.kept : null));
    }
    const seal = await sealOf(upload.kept);
    const { size, received } = upload;
    const name = nameOf(upload, seal);
    if (received < size) refuse('files.upload-unfinished', { name, received, size }, { status: 409 });
    return { name, bytes: piecesOf(await readPieces(tx, city, id), id, seal), seal };
  });
  if (!found) return refuse('files.upload-not-found', { id }, { status: 404 });
  if (!('bytes' in found)) return found;
  try {
    const receipt = await keepFile({ pool, files }, caller, { ...found, seal: found.seal ?? undefined, id }, now);
    await dropUpload(pool, caller, id);
    return receipt;
  } catch (error) {
    if (error instanceof Refusal) await dropUpload(pool, caller, id);
    throw error;
  }
}

/** What was answered when this seat's upload became a file; nothing for a file of somebody else's, or one that was erased since. */
function takenBefore(
  file: Awaited<ReturnType<typeof findFile>>,
  seat: Uuid,
  seal: DrawnKey | null,
): FileReceipt | null {
  if (file?.uploaded_by !== seat || file.erased_at !== null) return null;
  const { id, name, media_type: mediaType, size, about } = file;
  return { id, ...(about !== null && seal ? openAbout(seal.key, id, about) : { name, mediaType, size }) };
}

const keyOf = async (
  pool: Pool,
  caller: Caller,
  { id, kept }: Pick<StoredUpload, 'id' | 'kept'>,
  sealing: FileSealing,
  now: Date,
): Promise<DrawnKey | null> =>
  kept === null
    ? null
    : { kept, key: await transact(pool, caller, (tx) => sealing.open(tx, caller, { id, kept }, now)) };

const nameOf = ({ id, name }: Pick<StoredUpload, 'id' | 'name'>, seal: DrawnKey | null): string =>
  seal ? openPiece(seal.key, Buffer.from(name, 'base64'), `${id}/name`).toString() : name;

const piecesOf = (pieces: readonly { place: number; bytes: Buffer }[], id: Uuid, seal: DrawnKey | null): Buffer =>
  Buffer.concat(pieces.map(({ place, bytes }) => (seal ? openPiece(seal.key, bytes, `${id}/${place}`) : bytes)));
