import { fromBufferPromise, type ZipFile } from 'yauzl';
import { no, ok, problem, type Result } from '../../kernel/index.ts';

/** What a DOCX may unpack to, in bytes. A bomb of 20 MB unpacks to more than 20 GB. */
const UNPACKED_LIMIT = 200 * 1024 * 1024;
const ENTRY_LIMIT = 5000;

/**
 * Whether a ZIP is a DOCX that may be unpacked: first by the sizes that its directory states, then by unpacking it without
 * keeping anything, because a directory can lie.
 */
export async function checkDocx(bytes: Buffer): Promise<Result<true>> {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(bytes);
  } catch {
    return no(problem('intake.file-damaged', { type: 'DOCX' }, { status: 422 }));
  }
  try {
    return await checkEntries(zip);
  } catch {
    return no(problem('intake.file-damaged', { type: 'DOCX' }, { status: 422 }));
  } finally {
    zip.close();
  }
}

async function checkEntries(zip: ZipFile): Promise<Result<true>> {
  const tooLarge = (): Result<true> =>
    no(problem('intake.file-unpacks-too-large', { limit: UNPACKED_LIMIT / 1024 / 1024 }, { status: 413 }));
  if (zip.entryCount > ENTRY_LIMIT) return tooLarge();
  let stated = 0;
  let unpacked = 0;
  let isWord = false;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return no(problem('intake.file-encrypted', { type: 'DOCX' }, { status: 422 }));
    stated += entry.uncompressedSize;
    if (stated > UNPACKED_LIMIT) return tooLarge();
    if (entry.fileName === 'word/document.xml') isWord = true;
    if (entry.fileName.endsWith('/')) continue;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      unpacked += (chunk as Buffer).length;
      if (unpacked > UNPACKED_LIMIT) return tooLarge();
    }
  }
  return isWord ? ok(true) : no(problem('intake.file-wrong-type', {}, { status: 415 }));
}
