import { newKey, printOf, sealFor } from '../directory/index.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { beginChange, findEntry, record } from '../ledger/index.ts';
import {
  noteCopy,
  sealedCopy,
  sweepReplaced,
  takePlace,
  type FileStore,
  type SealedCopy,
} from '../platform/files/index.ts';
import { defineJob, type Job, type JobContext } from '../platform/jobs/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { SEAL_DOCUMENT } from './debarment.rules.ts';
import { debarmentNoun, findInClear } from './debarment.store.ts';

/**
 * Each night: seals the decision documents that lie in the clear, as those of entries made before documents were sealed do, and takes
 * away what lay there. Twice is once: what is sealed is found no more.
 */
export const sealDecisions = (files: FileStore): Job<Record<string, never>> =>
  defineJob<Record<string, never>>('debarments.seal-decisions', async (city, _, context) => {
    const { pool } = context;
    for (const found of await transact(pool, { city, system: true }, (tx) => findInClear(tx, city))) {
      const key = newKey();
      const copy = await sealedCopy(files, found, { id: uuidv7(context.now()), key });
      if (copy) await take(context, city, { entry: found.entry, key, copy });
    }
    await sweepReplaced({ pool, files }, city);
  });

/** Puts the sealed copy into the place of what lay in the clear, by an act of nobody's; not where another process has just done so. */
async function take(
  { pool, now }: JobContext,
  city: number,
  { entry, key, copy }: { readonly entry: Uuid; readonly key: Buffer; readonly copy: SealedCopy },
): Promise<void> {
  const system = { city, system: true } as const;
  const { id: file } = copy.row;
  await transact(pool, system, async (tx) => {
    const fileKey = await sealFor(tx, entry, file, key.toString('base64'));
    // By which the copy is known to be of what lay there, and a guessed document is not known again.
    const print = (await printOf(tx, entry, copy.print))?.toString('hex') ?? null;
    const change = { entry, id: uuidv7(now()), kind: SEAL_DOCUMENT, given: { file, fileKey, was: copy.of, print } };
    await beginChange(tx, system, change);
    const state = await findEntry(tx, city, debarmentNoun, entry);
    if (fileKey === null || state?.file !== copy.of) return;
    await noteCopy(tx, city, copy, now());
    await record(tx, system, debarmentNoun, [change], now());
    await takePlace(tx, copy);
  });
}
