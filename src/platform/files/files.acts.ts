import { refuse, uuidv7, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../identity/index.ts';
import { transact, type Pool } from '../postgres/index.ts';
import type { FileReceipt } from './contract.ts';
import { insertFile } from './file.store.ts';
import { cleanName, DOCX, sniff, XLSX } from './media.rules.ts';
import { officeFault, UNPACKED_LIMIT, type Office } from './office.ts';
import type { FileStore } from './store.ts';

/**
 * Keeps an uploaded file for the caller: its bytes first, then its row, so that a row always has its bytes. With an `id` it bears
 * that one, and kept again under it, it is kept once.
 *
 * @throws Refusal `files.empty`, `files.encrypted-or-old`, `files.macros`, `files.unknown` (415), `files.unpacks-too-large` (413),
 *   `files.damaged`, `files.entities`, each naming the file.
 */
export async function keepFile(
  { pool, files }: { pool: Pool; files: FileStore },
  caller: Caller,
  upload: { readonly name: string; readonly bytes: Buffer; readonly id?: Uuid },
  now: Date,
): Promise<FileReceipt> {
  const sniffed = sniff(upload.bytes, upload.name);
  if ('not' in sniffed) {
    const name = cleanName(upload.name, 'text/plain').replace(/\.txt$/, '');
    switch (sniffed.not) {
      case 'empty':
        return refuse('files.empty', { name }, { status: 422 });
      case 'encrypted-or-old':
        return refuse('files.encrypted-or-old', { name }, { status: 415 });
      case 'macros':
        return refuse('files.macros', { name }, { status: 415 });
      case 'unknown':
        return refuse('files.unknown', { name }, { status: 415 });
    }
  }
  if (sniffed.media === DOCX || sniffed.media === XLSX)
    await refuseUnpackable(sniffed.media === DOCX ? 'DOCX' : 'XLSX', upload);
  const sha256 = await files.save(upload.bytes);
  const receipt: FileReceipt = {
    id: upload.id ?? uuidv7(now),
    name: cleanName(upload.name, sniffed.media),
    mediaType: sniffed.media,
    size: upload.bytes.length,
  };
  await transact(pool, caller, (tx) =>
    insertFile(tx, {
      city: caller.city,
      id: receipt.id,
      name: receipt.name,
      media_type: receipt.mediaType,
      size: receipt.size,
      sha256,
      uploaded_by: caller.seat,
      created_at: now,
    }),
  );
  return receipt;
}

/** Evidence is opened by others later, on desks with less care: what would burst there is not taken in here. */
async function refuseUnpackable(
  type: Office,
  upload: { readonly name: string; readonly bytes: Buffer },
): Promise<void> {
  const name = cleanName(upload.name, type === 'DOCX' ? DOCX : XLSX);
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
