import { createHash } from 'node:crypto';
import { FIRST_UUID, problem, uuidAfter, type Problem } from '../../kernel/index.ts';
import { transact, type Pool } from '../postgres/index.ts';
import type { FileFacts } from './contract.ts';
import { readFilesFrom } from './file.store.ts';
import type { FileStore } from './store.ts';

/**
 * Reads the bytes of every file of the city and compares them with the hash under which they are noted. Answers with the
 * first fault (`files.verify-missing`, `-unreadable`, `-differs`), or null, how many files were sound, and of how many the
 * bytes were erased: that those were is an act of the register, which holds the table against it. What acts say of
 * their files is compared with the table by the room that has such acts. A transaction for each page of the table, as
 * reading a city's evidence takes longer than one may stand idle.
 */
export async function verifyFiles(
  { pool, files }: { pool: Pool; files: FileStore },
  city: number,
): Promise<{ fault: Problem | null; sound: number; erased: number }> {
  let sound = 0;
  let erased = 0;
  let last: FileFacts | undefined;
  do {
    const from = last ? uuidAfter(last.id) : FIRST_UUID;
    const page = await transact(pool, { city, system: true }, (tx) => readFilesFrom(tx, city, from));
    for (const file of page) {
      if (file.erased) {
        erased++;
        continue;
      }
      const fault = await checkBytes(files, file);
      if (fault) return { fault, sound, erased };
      sound++;
    }
    last = page.at(-1);
  } while (last);
  return { fault: null, sound, erased };
}

async function checkBytes(files: FileStore, { id, name, sha256 }: FileFacts): Promise<Problem | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of files.read(Buffer.from(sha256, 'hex'))) hash.update(chunk as Buffer);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return problem('files.verify-missing', { file: id, name, sha256 });
    return problem('files.verify-unreadable', { file: id, name, sha256, reason: message });
  }
  return hash.digest('hex') === sha256 ? null : problem('files.verify-differs', { file: id, name, sha256 });
}
