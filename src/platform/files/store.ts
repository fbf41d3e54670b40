import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the bytes of files lie, under their SHA-256: the same bytes lie once, and what is there is never altered. */
export type FileStore = {
  /** Keeps the bytes, on disk before it returns, and answers with their SHA-256. */
  save(bytes: Buffer): Promise<Buffer>;
  read(sha256: Buffer): ReadStream;
};

export function diskFiles(folder: string): FileStore {
  const pathOf = (sha256: Buffer) => {
    const hex = sha256.toString('hex');
    return join(folder, hex.slice(0, 2), hex.slice(2));
  };
  return {
    async save(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest();
      const path = pathOf(sha256);
      if (await stat(path).catch(() => null)) return sha256;
      await mkdir(join(path, '..'), { recursive: true });
      // Written beside, flushed, renamed: a crash leaves the whole file or none.
      const part = `${path}.${randomBytes(6).toString('hex')}.part`;
      try {
        const file = await open(part, 'wx', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(part, path);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
      return sha256;
    },
    read: (sha256) => createReadStream(pathOf(sha256)),
  };
}
