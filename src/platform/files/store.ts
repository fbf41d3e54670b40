import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where the bytes of files lie, under their SHA-256: the same bytes lie once, and what is there is never altered. */
export type FileStore = {
  /** Keeps the bytes, on disk before it returns, and answers with their SHA-256. */
  save(bytes: Buffer): Promise<Buffer>;
  read(sha256: Buffer): ReadStream;
  /**
   * Takes bytes away that no file has any more; `isKept` asks that. Bytes that were just saved stay: their file may be about
   * to be noted.
   */
  forget(sha256: Buffer, isKept: () => Promise<boolean>): Promise<void>;
};

/** From bytes to the row that names them it is a moment; this is far more. */
const SETTLED_MS = 60 * 60_000;

export function diskFiles(folder: string): FileStore {
  const pathOf = (sha256: Buffer) => {
    const hex = sha256.toString('hex');
    return join(folder, hex.slice(0, 2), hex.slice(2));
  };
  return {
    async save(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest();
      const path = pathOf(sha256);
      // Touched, so that nobody takes them away before they are noted; what is not there cannot be.
      if (await touch(path)) return sha256;
      const within = dirname(path);
      const made = await mkdir(within, { recursive: true });
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
        // That the name is there outlives a loss of power as well: the row that names the file will.
        await flushFolder(within);
        if (made) for (const above of new Set([folder, dirname(made)])) await flushFolder(above);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
      return sha256;
    },
    async forget(sha256, isKept) {
      const path = pathOf(sha256);
      if (await isKept()) return;
      // Out of reach first: whoever saves the same bytes meanwhile finds none and writes them anew.
      const aside = `${path}.gone`;
      try {
        await rename(path, aside);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        // What a process that died had put out of reach.
        const left = await stat(aside).catch(() => undefined);
        if (left && Date.now() - left.mtimeMs >= SETTLED_MS) await rm(aside, { force: true });
        return;
      }
      const { mtimeMs } = await stat(aside);
      if (Date.now() - mtimeMs < SETTLED_MS || (await isKept())) await rename(aside, path);
      else await rm(aside);
    },
    read: (sha256) => createReadStream(pathOf(sha256)),
  };
}

/** Has the disk keep which names a folder holds. Windows has no such thing to ask for. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Whether there is such a file, which is as if written now. */
async function touch(path: string): Promise<boolean> {
  const now = new Date();
  try {
    await utimes(path, now, now);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
