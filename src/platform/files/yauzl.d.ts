/** The part of yauzl that is used; the package brings no types. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';
  export type Entry = { fileName: string; compressedSize: number; uncompressedSize: number; isEncrypted(): boolean };
  export type ZipFile = {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    close(): void;
  };
  export function fromBufferPromise(buffer: Buffer, options?: { lazyEntries?: boolean }): Promise<ZipFile>;
}
