import { expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { uuidv7 } from '../kernel/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { announce, takeAnnounced } from './outbox.store.ts';

const { pool, owner } = await testDatabase();
const city = 990_385;
const system = { city, system: true } as const;
const at = new Date('2026-11-29T08:00:00Z');

test('is taken oldest first and once, by the index however small the table seems, as what was taken leaves its place behind', async () => {
  await owner.query('analyze outbox');
  const acts = Array.from({ length: 300 }, (_, n) => ({ id: uuidv7(new Date(+at + n)), stream: uuidv7(at) }));
  await transact(pool, system, (tx) => announce(tx, city, acts.toReversed()));
  const scans = {
    name: 'test.scans',
    text: `select seq_scan::integer as whole from pg_stat_xact_user_tables where relname = 'outbox'`,
  };
  const { taken, read } = await transact(pool, system, async (tx) => ({
    taken: await takeAnnounced(tx, city, 100),
    read: await tx.run(scans, []),
  }));
  expect(taken).toEqual(acts.slice(0, 100));
  expect(read).toEqual([{ whole: 0 }]);
  const rest = await transact(pool, system, (tx) => takeAnnounced(tx, city, 1000));
  expect(rest).toEqual(acts.slice(100));
});
