import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file inside a ZIP: its bytes are asked for when its turn comes. */
export type ZipEntry = { readonly name: string; readonly bytes: () => AsyncIterable<Buffer> | Iterable<Buffer> };

const VERSION = 20;
/** Sizes follow the data, as nobody knows them before; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATE = 8;
/** 1 January 1980, the first day that a ZIP can name: when the file was made stands inside. */
const DATE = 0x0021;
/** Fields of a ZIP without its 64-bit extension hold no more. */
const MOST = 0xffff_ffff;

type Written = { name: Buffer; crc: number; packed: number; unpacked: number; at: number };

/**
 * Writes a ZIP as it goes, one entry after the other, each packed as its bytes come: memory does not grow with the size. Throws
 * a RangeError past 4 GB, which every reader of a plain ZIP would misread.
 */
export async function* zipFile(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for await (const entry of entries) {
    const file: Written = { name: Buffer.from(entry.name), crc: 0, packed: 0, unpacked: 0, at };
    const head = localHeader(file.name);
    yield head;
    for await (const chunk of packed(entry.bytes(), file)) {
      file.packed += chunk.length;
      yield chunk;
    }
    yield sizes(file);
    at += head.length + file.packed + DESCRIPTOR_BYTES;
    if (Math.max(at, file.unpacked) > MOST) throw new RangeError('a plain ZIP holds four gigabytes at most');
    written.push(file);
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield end(written.length, directory.length, at);
}

async function* packed(bytes: AsyncIterable<Buffer> | Iterable<Buffer>, file: Written): AsyncGenerator<Buffer> {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
      file.crc = crc32(chunk, file.crc);
      file.unpacked += chunk.length;
      yield chunk;
    }
  }
  const deflate = createDeflateRaw({ level: 3 });
  const fed = pipeline(counted, deflate);
  fed.catch(() => undefined); // heard below; a reader that leaves early has no use for it
  for await (const chunk of deflate) yield chunk as Buffer;
  await fed;
}

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x0403_4b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATE, 8);
  head.writeUInt16LE(DATE, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

const DESCRIPTOR_BYTES = 16;

function sizes({ crc, packed: size, unpacked }: Written): Buffer {
  const descriptor = Buffer.alloc(DESCRIPTOR_BYTES);
  descriptor.writeUInt32LE(0x0807_4b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(size, 8);
  descriptor.writeUInt32LE(unpacked, 12);
  return descriptor;
}

function directoryEntry({ name, crc, packed: size, unpacked, at }: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x0201_4b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATE, 10);
  entry.writeUInt16LE(DATE, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(size, 20);
  entry.writeUInt32LE(unpacked, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, name]);
}

function end(entries: number, directoryBytes: number, at: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x0605_4b50, 0);
  record.writeUInt16LE(entries, 8);
  record.writeUInt16LE(entries, 10);
  record.writeUInt32LE(directoryBytes, 12);
  record.writeUInt32LE(at, 16);
  return record;
}
