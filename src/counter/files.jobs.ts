import { areBytesKept, type FileStore } from '../platform/files/index.ts';
import { defineJob, type Job } from '../platform/jobs/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { deleteUnattached } from './files.store.ts';

const DAY_MS = 86_400_000;
const PAGE = 100;

/** Takes away what was uploaded for a matter that was never raised, a day after, with its bytes. What a seat uploaded stays: drafts last longer. */
export const sweepCounterFiles = (files: Pick<FileStore, 'forget'>): Job<Record<string, never>> =>
  defineJob<Record<string, never>>('counter.sweep-files', async (city, _, { pool, now }) => {
    const system = { city, system: true } as const;
    const before = new Date(now().getTime() - DAY_MS);
    for (let gone = PAGE; gone === PAGE;) {
      const bytes = await transact(pool, system, (tx) => deleteUnattached(tx, city, before, PAGE));
      for (const sha256 of bytes)
        await files.forget(sha256, () => transact(pool, system, (tx) => areBytesKept(tx, sha256)));
      gone = bytes.length;
    }
  });
