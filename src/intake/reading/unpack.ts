import { fromBufferPromise, type ZipFile } from 'yauzl';
import { no, ok, problem, type Result } from '../../kernel/index.ts';
import { TEXT_LIMIT } from '../limits.rules.ts';

/** What an office file may unpack to, in bytes. A bomb of 20 MB unpacks to more than 20 GB. */
const UNPACKED_LIMIT = 200 * 1024 * 1024;
const ENTRY_LIMIT = 5000;

/** The part by which each kind is known. */
const MAIN = { DOCX: 'word/document.xml', XLSX: 'xl/workbook.xml' } as const;
type Office = keyof typeof MAIN;

/**
 * Whether a ZIP is an office file of that kind that may be unpacked: first by the sizes that its directory states, then by
 * unpacking it without keeping anything, because a directory can lie. A DOCX may hold no more text than is read at once: what
 * takes a few hundred kilobytes packed can be a library, and would keep a reader busy until its patience ends.
 */
export async function checkOffice(type: Office, bytes: Uint8Array): Promise<Result<true>> {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    return no(problem('intake.file-damaged', { type }, { status: 422 }));
  }
  try {
    return await checkEntries(type, zip);
  } catch {
    return no(problem('intake.file-damaged', { type }, { status: 422 }));
  } finally {
    zip.close();
  }
}

async function checkEntries(type: Office, zip: ZipFile): Promise<Result<true>> {
  const tooLarge = (): Result<true> =>
    no(problem('intake.file-unpacks-too-large', { type, limit: UNPACKED_LIMIT / 1024 / 1024 }, { status: 413 }));
  if (zip.entryCount > ENTRY_LIMIT) return tooLarge();
  let stated = 0;
  let unpacked = 0;
  let known = false;
  const count = type === 'DOCX' ? countText() : null;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return no(problem('intake.file-encrypted', { type }, { status: 422 }));
    stated += entry.uncompressedSize;
    if (stated > UNPACKED_LIMIT) return tooLarge();
    if (entry.fileName === MAIN[type]) known = true;
    if (entry.fileName.endsWith('/')) continue;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      unpacked += (chunk as Buffer).length;
      if (unpacked > UNPACKED_LIMIT) return tooLarge();
      if (entry.fileName === MAIN.DOCX) count?.add(chunk as Buffer);
    }
  }
  if (count !== null && count.characters() > TEXT_LIMIT)
    return no(problem('intake.text-too-long', { limit: TEXT_LIMIT, length: count.characters() }, { status: 413 }));
  return known ? ok(true) : no(problem('intake.file-wrong-type', {}, { status: 415 }));
}

/** Counts the characters of an XML text outside of its tags and white space, as its UTF-8 bytes come. */
function countText(): { add: (chunk: Uint8Array) => void; characters: () => number } {
  let within = false;
  let characters = 0;
  return {
    characters: () => characters,
    add: (chunk) => {
      for (const byte of chunk) {
        if (byte === 0x3c) within = true;
        else if (byte === 0x3e) within = false;
        // Of a character's bytes all but the first begin with the bits 10.
        else if (!within && byte > 0x20 && (byte & 0xc0) !== 0x80) characters++;
      }
    },
  };
}
