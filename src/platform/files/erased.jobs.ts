import { defineJob, type Job } from '../jobs/index.ts';
import { transact } from '../postgres/index.ts';
import { areBytesKept, findErasedBytes } from './file.store.ts';
import type { FileStore } from './store.ts';

/**
 * Takes the bytes of files away that were erased with the person whose they were, unless another file has the same. All of them each
 * time, as bytes come back with a copy of the folder that was kept elsewhere.
 */
export const sweepErasedFiles = (files: Pick<FileStore, 'forget'>): Job<Record<string, never>> =>
  defineJob<Record<string, never>>('files.sweep-erased', async (city, _, { pool }) => {
    const system = { city, system: true } as const;
    let last: Buffer | undefined = Buffer.alloc(0);
    while (last) {
      const after: Buffer = last;
      const page: Buffer[] = await transact(pool, system, (tx) => findErasedBytes(tx, city, after));
      for (const sha256 of page)
        await files.forget(sha256, () => transact(pool, system, (tx) => areBytesKept(tx, sha256)));
      last = page.at(-1);
    }
  });
