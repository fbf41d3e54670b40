import type { Problem } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import {
  chainRoot,
  checkCheckpoint,
  checkKept,
  checkNewest,
  newSigningKey,
  signStatement,
  type SigningKey,
} from './checkpoint.rules.ts';
import {
  findHead,
  findLastCheckpoint,
  findSigningKey,
  insertCheckpoint,
  insertSigningKey,
  lockCheckpoints,
  readCheckpoints,
  readPublicKeys,
  readSettled,
  settledHorizon,
  type Horizon,
} from './checkpoint.store.ts';
import type { Checkpoint, KeptCheckpoint } from './contract.ts';
import { MerkleTree } from './merkle.rules.ts';

/**
 * Signs what is settled by now: a checkpoint over the acts since the last one, or that last one again when nothing was
 * added; null while the ledger is empty. For the system only, in a transaction that has appended nothing itself. Makes the
 * city's key at the first call.
 */
export async function checkpointNow(tx: Tx, city: number, now: Date): Promise<Checkpoint | null> {
  await lockCheckpoints(tx, city);
  const before = (await findLastCheckpoint(tx, city)) ?? null;
  const horizon = await settledHorizon(tx, city);
  const since = await treeBetween(tx, city, before?.horizon ?? '0', horizon);
  if (since.leaves === 0) return before;
  const key = (await findSigningKey(tx, city)) ?? (await makeKey(tx, city, now));
  const checkpoint = signStatement(
    {
      city,
      n: (before?.n ?? 0) + 1,
      horizon,
      acts: (before?.acts ?? 0) + since.leaves,
      root: chainRoot(before?.root ?? null, since),
      prev: before?.root ?? null,
      at: now.toISOString(),
      key: key.id,
    },
    key,
  );
  await insertCheckpoint(tx, checkpoint);
  return checkpoint;
}

/**
 * Holds every checkpoint against the acts that it covers and against the copies that somebody kept of some. Answers with the
 * first fault (see `checkCheckpoint`, `checkKept`, `checkNewest`), or null, and the last that was sound. For the system only.
 */
export async function verifyCheckpoints(
  tx: Tx,
  city: number,
  kept: readonly KeptCheckpoint[] = [],
): Promise<{ fault: Problem | null; newest: Checkpoint | null }> {
  const keys = await readPublicKeys(tx, city);
  let before: Checkpoint | null = null;
  for (
    let page = await readCheckpoints(tx, city, 0);
    page.length > 0;
    page = await readCheckpoints(tx, city, before!.n)
  ) {
    for (const checkpoint of page) {
      const since = await treeBetween(tx, city, before?.horizon ?? '0', checkpoint.horizon);
      const fault = checkKept(checkpoint, kept) ?? checkCheckpoint(before, checkpoint, since, keys.get(checkpoint.key));
      if (fault) return { fault, newest: before };
      before = checkpoint;
    }
  }
  return { fault: checkNewest(before, await findHead(tx, city), kept), newest: before };
}

async function treeBetween(tx: Tx, city: number, from: Horizon, below: Horizon): Promise<MerkleTree> {
  const tree = new MerkleTree();
  for await (const hashes of readSettled(tx, city, from, below)) for (const hash of hashes) tree.add(hash);
  return tree;
}

async function makeKey(tx: Tx, city: number, now: Date): Promise<SigningKey> {
  const key = newSigningKey();
  await insertSigningKey(tx, city, key, now);
  return key;
}
