import { problem, Refusal, type Uuid } from '../../kernel/index.ts';
import { defineJob, type JobContext } from '../jobs/index.ts';
import { transact, type Tx } from '../postgres/index.ts';
import {
  claimTransfer,
  finishTransfer,
  insertPart,
  noteProgress,
  removeExpired,
  removeParts,
  type StoredTransfer,
} from './transfer.store.ts';

/** A part is written when so many bytes have gathered. */
const PART_BYTES = 512 * 1024;

/** Thrown inside a transfer's work when it was cancelled; nobody needs to hear of it. */
class Cancelled extends Error {}

/** What a transfer's work may say and ask on the way. */
export type Under = {
  readonly transfer: StoredTransfer;
  /** Says how many rows are done, in a transaction of the work's own; ends the work where the transfer was cancelled. */
  readonly progress: (tx: Tx, done: number, total?: number | null) => Promise<void>;
};

/**
 * Does the work of a transfer, once and whole: a refusal is kept as the reason of its failure, a fault of ours besides is
 * thrown on, to be told. One that died with its process is done again.
 *
 * @returns the size of what was made, in bytes, where it made a file.
 */
export async function workOff(
  context: JobContext,
  city: number,
  id: Uuid,
  work: (under: Under) => Promise<number | undefined>,
): Promise<void> {
  const { pool, now } = context;
  const system = { city, system: true } as const;
  const transfer = await transact(pool, system, (tx) => claimTransfer(tx, city, id));
  if (!transfer) return;
  const progress: Under['progress'] = async (tx, done, total = null) => {
    if (!(await noteProgress(tx, city, id, done, total))) throw new Cancelled();
  };
  try {
    const size = await work({ transfer, progress });
    const end = { status: 'done' as const, at: now(), ...(size === undefined ? {} : { size }) };
    await transact(pool, system, (tx) => finishTransfer(tx, city, id, end));
  } catch (error) {
    if (error instanceof Cancelled) return;
    const why = error instanceof Refusal ? error.problem : problem('transfer.broke', {}, { status: 500 });
    await transact(pool, system, async (tx) => {
      await finishTransfer(tx, city, id, { status: 'failed', at: now(), problem: why });
      await removeParts(tx, city, id);
    });
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Rows written so far, told by whoever makes the file while it is made. */
export type Written = { rows: number; total: number | null };

/** Writes a file as the parts of its transfer, in constant memory; returns its size in bytes. */
export async function keepFile(
  { pool }: JobContext,
  city: number,
  under: Under,
  file: AsyncIterable<Buffer>,
  written: Written,
): Promise<number> {
  const system = { city, system: true } as const;
  const { id } = under.transfer;
  let n = 0;
  let size = 0;
  let waiting: Buffer[] = [];
  let bytes = 0;
  const flush = () =>
    transact(pool, system, async (tx) => {
      await under.progress(tx, written.rows, written.total);
      await insertPart(tx, city, id, n++, Buffer.concat(waiting));
      size += bytes;
      waiting = [];
      bytes = 0;
    });
  // Of an earlier run that died with its process.
  await transact(pool, system, (tx) => removeParts(tx, city, id));
  for await (const chunk of file) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes >= PART_BYTES) await flush();
  }
  if (bytes > 0) await flush();
  return size;
}

/** Takes away what has expired, with its files. */
export const sweepTransfers = defineJob<Record<string, never>>('transfers.sweep', async (city, _, { pool, now }) => {
  await transact(pool, { city, system: true }, (tx) => removeExpired(tx, city, now()));
});
