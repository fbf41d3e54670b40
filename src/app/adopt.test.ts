import { expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { uuidv7 } from '../kernel/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { adoptEarlier } from './adopt.ts';
import { subjects } from './subjects.ts';

const { pool, owner } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');

test('what a city kept before its acts were is adopted once: its acts taken away later are missed, not made anew', async () => {
  const system = { city: 3, system: true } as const;
  const verified = async () => (await transact(pool, system, (tx) => verifyLedger(tx, 3, subjects))).fault;
  await owner.query(`insert into city (city, name) values (3, '旧州市')`);
  const insert = `insert into unit (city, id, name, kind, aliases) values (3, $1, '市旧局', 'other', '{}')`;
  await owner.query(insert, [uuidv7(NOW)]);
  await owner.query(`insert into adoption_due values (3, 'unit'), (3, 'calendar')`);
  await adoptEarlier(owner, pool, NOW);
  expect(await verified()).toBeNull();
  await owner.query(
    'begin; set local session_replication_role = replica; delete from act where city = 3; delete from entry where city = 3; commit',
  );
  await adoptEarlier(owner, pool, NOW);
  expect(await verified()).toMatchObject({ code: 'ledger.row-without-acts' });
});
