import type { Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { ACT_COLUMNS, readActs } from './act.store.ts';
import type { StoredAct } from './chain.rules.ts';

const until = {
  name: 'ledger.streams-until',
  text: `select ${ACT_COLUMNS} from act where city = $1 and stream = any ($2::uuid[]) and at <= $3 and ($4::xid8 is null or xid < $4::xid8)
    order by stream, seq`,
};

/**
 * The acts of some streams as they were at a moment, stream by stream in order: those done up to `at` and, where a
 * checkpoint's `horizon` is given, covered by it. Only streams that the caller may read.
 */
export const readStreams = (
  tx: Tx,
  city: number,
  streams: readonly Uuid[],
  at: Date,
  horizon: string | null = null,
): Promise<StoredAct[]> => readActs(tx, until, [city, streams, at, horizon]);

const open = {
  name: 'ledger.open-transactions',
  text: 'select pg_snapshot_xmin(s) = pg_snapshot_xmax(s) as none from (select pg_current_snapshot() as s) t',
};
/** No transaction of ours lives longer: statements end after 30 seconds, idle transactions after 60 (see platform/postgres). */
const LONGEST_TRANSACTION_MS = 90_000;

/** Whether no act with a time up to `at` can still arrive: a count as of `at` will then be the same for ever. */
export async function isSettled(tx: Tx, at: Date, now: Date): Promise<boolean> {
  if (now.getTime() - at.getTime() > LONGEST_TRANSACTION_MS) return true;
  return (await tx.run<{ none: boolean }>(open, []))[0]!.none;
}
