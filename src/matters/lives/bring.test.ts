import { expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { directorySubjects } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { matterSubject, mechanismSubject } from '../index.ts';
import { bringLives, type LivedStep } from './bring.acts.ts';

const { pool, owner } = await testDatabase();
const MONDAY = new Date('2026-03-16T01:30:00Z');
const later = (hours: number): Date => new Date(MONDAY.getTime() + hours * 3_600_000);
const system = { city: 1, system: true } as const;

test('a life brought in whole is what it would be act by act: its slip, its place on the public list', async () => {
  const [unit] = (await aCity(pool, 1, ['莲城市水务局'], MONDAY)) as [Uuid];
  const office = aCaller({ role: 'supervisor', unit: null });
  const step = (kind: LivedStep['kind'], hours: number, given: object): LivedStep => ({
    id: uuidv7(later(hours)),
    caller: office,
    kind,
    given: { ...given },
    at: later(hours),
  });
  const life = [
    step('register', 0, { text: '疏通东渠' }),
    step('assign', 0, { lead: unit, co: [], due: '2026-03-20' }),
    step('slip', 120, { unit, color: 'orange', text: '逾期未办结，请书面说明原因。' }),
    step('list', 121, { title: '东渠疏通逾期', until: '2026-04-10' }),
  ];
  await transact(pool, system, (tx) => bringLives(tx, system, 'weekly-assignment', [life], later(122)));
  const { fault } = await transact(pool, system, (tx) =>
    verifyLedger(tx, 1, [matterSubject, mechanismSubject, ...directorySubjects]),
  );
  expect(fault).toBeNull();
  const { rows } = await owner.query(
    'select m.slip, m.listed, l.title from matter m join listing l on l.city = m.city and l.matter = m.id',
  );
  expect(rows).toEqual([{ slip: 'orange', listed: true, title: '东渠疏通逾期' }]);
});
