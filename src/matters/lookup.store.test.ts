import { expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { plansOf } from '../../test/support/plans.ts';
import { LAST_UUID } from '../kernel/index.ts';
import { findClosed } from './lookup.store.ts';

const { pool } = await testDatabase();
const system = { city: 1, system: true } as const;

test('each page of what was struck off is read on from where the one before ended', async () => {
  const [plan] = await plansOf(pool, system, (tx) => findClosed(tx, 1, LAST_UUID, 1000));
  expect(plan).toMatch(/Index Scan Backward using matter_phase_newest/u);
  expect(plan).toMatch(/Index Cond: .*id < /u);
  expect(plan).not.toMatch(/Sort/u);
});
