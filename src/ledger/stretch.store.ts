import { FIRST_UUID, LAST_UUID, uuidAfter, type Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';

/** A stretch of streams by their ids, from one up to another, both with it: no id is so low or so high that it is passed over. */
export type Stretch = { readonly from: Uuid; readonly upTo: Uuid };
/** Every stream there can be. */
export const ALL: Stretch = { from: FIRST_UUID, upTo: LAST_UUID };

const still = { name: 'ledger.hold-still', text: 'set transaction isolation level repeatable read' };

/**
 * Lets this transaction see the ledger as it is at its first statement, or as another one sees it that gave its `snapshot`
 * and is still open, whatever is appended meanwhile. Must come before any other statement of the transaction; PostgreSQL
 * refuses it later.
 */
export async function holdStill(tx: Tx, snapshot?: string): Promise<void> {
  await tx.run(still, []);
  if (snapshot === undefined) return;
  if (!/^[0-9A-F-]+$/u.test(snapshot)) throw new TypeError(`not a snapshot's name: ${snapshot}`);
  await tx.run({ name: '', text: `set transaction snapshot '${snapshot}'` }, []);
}

const share = { name: 'ledger.share-snapshot', text: 'select pg_export_snapshot() as snapshot' };

/** The name under which other transactions may see what this one sees, for as long as this one is open. */
export const shareSnapshot = async (tx: Tx): Promise<string> =>
  (await tx.run<{ snapshot: string }>(share, []))[0]!.snapshot;

const count = { name: 'ledger.count', text: 'select count(*) as acts from act where city = $1' };
const cut = {
  name: 'ledger.cut',
  text: 'select percentile_disc($2::float8[]) within group (order by stream) as streams from act where city = $1',
};

/** Stretches of about as many acts each, at most `most` and none of fewer acts than `least`; together every stream there is. */
export async function cutLedger(tx: Tx, city: number, most: number, least: number): Promise<Stretch[]> {
  const { acts } = (await tx.run<{ acts: number }>(count, [city]))[0]!;
  const parts = Math.max(1, Math.min(most, Math.floor(acts / least)));
  const shares = Array.from({ length: parts - 1 }, (_, n) => (n + 1) / parts);
  const [found] = await tx.run<{ streams: Uuid[] | null }>(cut, [city, shares]);
  // One stream that is longer than a part is found twice.
  const ends = [...new Set(found?.streams), ALL.upTo];
  return ends.map((upTo, n) => ({ from: n === 0 ? ALL.from : uuidAfter(ends[n - 1]!), upTo }));
}
