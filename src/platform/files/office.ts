import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

/** What an office file may unpack to, in bytes. A bomb of 20 MB unpacks to more than 20 GB. */
export const UNPACKED_LIMIT = 200 * 1024 * 1024;
const ENTRY_LIMIT = 5000;

/** The part by which each kind is known. */
const MAIN = { DOCX: 'word/document.xml', XLSX: 'xl/workbook.xml', OFD: 'OFD.xml' } as const;
export type Office = keyof typeof MAIN;

/** What keeps an office file from being unpacked by whoever opens it. `entities`: it declares entities of its own, which may unfold to anything. */
export type OfficeFault = 'damaged' | 'encrypted' | 'too-large' | 'wrong-type' | 'entities';

/**
 * What is wrong with a ZIP as an office file of that kind; null where it may be unpacked. First by the sizes that its directory
 * states, then by unpacking it without keeping anything, because a directory can lie. Asked of evidence as well as of what is read
 * here: we do not unpack evidence, but whoever looks at it does.
 */
export async function officeFault(type: Office, bytes: Uint8Array): Promise<OfficeFault | null> {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    return 'damaged';
  }
  try {
    return await faultWithin(type, zip);
  } catch {
    return 'damaged';
  } finally {
    zip.close();
  }
}

async function faultWithin(type: Office, zip: ZipFile): Promise<OfficeFault | null> {
  if (zip.entryCount > ENTRY_LIMIT) return 'too-large';
  let stated = 0;
  let unpacked = 0;
  let known = false;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return 'encrypted';
    stated += entry.uncompressedSize;
    if (stated > UNPACKED_LIMIT) return 'too-large';
    if (entry.fileName === MAIN[type]) known = true;
    if (entry.fileName.endsWith('/')) continue;
    let begun = '';
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      unpacked += (chunk as Buffer).length;
      if (unpacked > UNPACKED_LIMIT) return 'too-large';
      if (isXml(entry) && begun.length < PROLOGUE) begun += plain(chunk as Buffer);
    }
    if (begun.includes('<!DOCTYPE')) return 'entities';
  }
  return known ? null : 'wrong-type';
}

/** A document type is declared before the first element, or not at all. No office program writes one. */
const PROLOGUE = 4096;
const isXml = ({ fileName }: Entry): boolean => /\.(xml|rels)$/iu.test(fileName);
/** Without the zeros that UTF-16 puts between the letters. */
const plain = (chunk: Buffer): string => chunk.subarray(0, PROLOGUE).toString('latin1').replaceAll('\0', '');
