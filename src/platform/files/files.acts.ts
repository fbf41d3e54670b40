import { refuse, uuidv7, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../identity/index.ts';
import { transact, type Pool, type Tx } from '../postgres/index.ts';
import type { FileReceipt } from './contract.ts';
import { insertFile } from './file.store.ts';
import { cleanName, DOCX, OFD, sniff, XLSX, type MediaType, type Sniffed } from './media.rules.ts';
import { bringsProgram } from './pdf.ts';
import { officeFault, UNPACKED_LIMIT, type Office } from './office.ts';
import { SEALED_MEDIA, SEALED_NAME, sealAbout, sealBytes, type DrawnKey, type FileSealing } from './sealed.ts';
import type { FileStore } from './store.ts';

/**
 * Keeps an uploaded file for the caller: its bytes first, then its row, so that a row always has its bytes. With an `id` it bears
 * that one, and kept again under it, it is kept once. With a key (`seal`) nothing of it is kept in the clear, its name and kind neither.
 *
 * @throws Refusal `files.empty`, `files.encrypted-or-old`, `files.macros`, `files.scripted`, `files.archive`, `files.unknown`, `files.no-picture` and its like (415), `files.unpacks-too-large` (413),
 *   `files.damaged`, `files.entities`, each naming the file.
 */
export async function keepFile(
  { pool, files }: { pool: Pool; files: FileStore },
  caller: Caller,
  upload: Uploaded & { readonly id?: Uuid; readonly seal?: DrawnKey | undefined },
  now: Date,
): Promise<FileReceipt> {
  const media = await checkUpload(upload);
  const { receipt, row } = await saved(files, { ...upload, media, id: upload.id ?? uuidv7(now) });
  await transact(pool, caller, (tx) => insertFile(tx, rowOf(caller, row, now)));
  return receipt;
}

/**
 * As {@link keepFile}, within a transaction of the caller's, of a file that was looked at before ({@link checkUpload}): kept or not with all
 * else of it. Bytes whose row is never written are swept.
 */
export async function keepFileWithin(
  tx: Tx,
  files: FileStore,
  caller: Pick<Caller, 'city' | 'seat'>,
  upload: Uploaded & { readonly id: Uuid; readonly media: MediaType },
  now: Date,
): Promise<void> {
  const { row } = await saved(files, upload);
  await insertFile(tx, rowOf(caller, row, now));
}

type Uploaded = { readonly name: string; readonly bytes: Buffer };

/** Of which kind a file is, by what is in it. Refuses what may not be kept, as {@link keepFile} does. */
export async function checkUpload(upload: Uploaded): Promise<MediaType> {
  const sniffed = sniff(upload.bytes, upload.name);
  if ('not' in sniffed) return refuseKind(sniffed.not, upload.name);
  if (sniffed.media === 'application/pdf' && bringsProgram(upload.bytes))
    refuse('files.scripted', { name: cleanName(upload.name, sniffed.media) }, { status: 415 });
  const zipped = ZIPPED[sniffed.media];
  if (zipped) await refuseUnpackable(zipped, upload);
  return sniffed.media;
}

type Row = Omit<Parameters<typeof insertFile>[1], 'city' | 'created_at' | 'uploaded_by'>;
const rowOf = ({ city, seat }: Pick<Caller, 'city' | 'seat'>, row: Row, now: Date) => ({
  ...row,
  city,
  uploaded_by: seat,
  created_at: now,
});

/** Keeps the bytes; the row that says so is still to be written. */
async function saved(
  files: FileStore,
  upload: Uploaded & { readonly id: Uuid; readonly media: MediaType; readonly seal?: DrawnKey | undefined },
): Promise<{ receipt: FileReceipt; row: Row }> {
  const receipt: FileReceipt = {
    id: upload.id,
    name: cleanName(upload.name, upload.media),
    mediaType: upload.media,
    size: upload.bytes.length,
  };
  const { id, name, mediaType, size } = receipt;
  const { seal } = upload;
  const bytes = seal ? sealBytes(seal.key, id, upload.bytes) : upload.bytes;
  const sha256 = await files.save(bytes);
  const said = seal
    ? { name: SEALED_NAME, media_type: SEALED_MEDIA, about: sealAbout(seal.key, id, { name, mediaType, size }) }
    : { name, media_type: mediaType, about: null };
  return { receipt, row: { ...said, id, size: bytes.length, sha256, kept: seal?.kept ?? null } };
}

/** As {@link keepFile}, sealed with a key that is drawn for it, for a matter that is sealed. */
export async function keepSealed(
  { pool, files, sealing }: { pool: Pool; files: FileStore; sealing: FileSealing },
  caller: Caller,
  upload: { readonly name: string; readonly bytes: Buffer; readonly id?: Uuid },
  now: Date,
): Promise<FileReceipt> {
  const id = upload.id ?? uuidv7(now);
  const seal = await transact(pool, caller, (tx) => sealing.draw(tx, caller, id));
  return keepFile({ pool, files }, caller, { ...upload, id, seal }, now);
}

/** What is a ZIP underneath, and must unpack to something that fits into a computer. */
const ZIPPED: { readonly [media in MediaType]?: Office } = { [DOCX]: 'DOCX', [XLSX]: 'XLSX', [OFD]: 'OFD' };

/** Refuses what is no file that may be kept, by its name. */
export function refuseKind(not: Extract<Sniffed, { not: unknown }>['not'], given: string): never {
  const name = cleanName(given, 'text/plain').replace(/\.txt$/, '');
  switch (not) {
    case 'empty':
      return refuse('files.empty', { name }, { status: 422 });
    case 'encrypted-or-old':
      return refuse('files.encrypted-or-old', { name }, { status: 415 });
    case 'macros':
      return refuse('files.macros', { name }, { status: 415 });
    case 'archive':
      return refuse('files.archive', { name }, { status: 415 });
    case 'unknown':
      return refuse('files.unknown', { name }, { status: 415 });
    case 'no-picture':
      return refuse('files.no-picture', { name }, { status: 415 });
    case 'no-workbook':
      return refuse('files.no-workbook', { name }, { status: 415 });
    case 'no-document':
      return refuse('files.no-document', { name }, { status: 415 });
    case 'no-film':
      return refuse('files.no-film', { name }, { status: 415 });
  }
}

/** Evidence is opened by others later, on desks with less care: what would burst there is not taken in here. */
async function refuseUnpackable(
  type: Office,
  upload: { readonly name: string; readonly bytes: Buffer },
): Promise<void> {
  const name = cleanName(upload.name, { DOCX, XLSX, OFD }[type] as MediaType);
  switch (await officeFault(type, upload.bytes)) {
    case null:
      return;
    case 'too-large':
      return refuse('files.unpacks-too-large', { name, limit: UNPACKED_LIMIT / 1024 / 1024 }, { status: 413 });
    case 'encrypted':
      return refuse('files.encrypted-or-old', { name }, { status: 415 });
    case 'entities':
      return refuse('files.entities', { name }, { status: 422 });
    case 'damaged':
    case 'wrong-type':
      return refuse('files.damaged', { name }, { status: 422 });
  }
}
