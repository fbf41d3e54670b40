import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import { agenda } from '../agenda/agenda.ts';
import { directorySubjects } from '../../directory/index.ts';
import { act, matterSubject, mechanismSubject } from '../index.ts';
import { registerByHand } from '../register.acts.ts';
import { count, list } from './list.ts';
import { workbench } from './workbench.ts';

const { pool, owner } = await testDatabase();
const at = (day: string) => new Date(`2026-03-${day}T02:00:00Z`);
const subjects = [matterSubject, mechanismSubject, ...directorySubjects];
/** Assigned on the 16th for the 20th, answered in time on the 19th; the two working days to verify ended on the 23rd. */
const LATER = at('25');
const matter = uuidv7(at('16'));
const office = aCaller({ role: 'supervisor', unit: null });
const mayor = aCaller({ role: 'mayor', unit: null });
let desk: Caller;

beforeAll(async () => {
  const [unit] = (await aCity(pool, 1, ['莲城市发展和改革委员会'], at('16'))) as [Uuid];
  desk = aCaller({ unit });
  const given = { text: '修订营商环境办法', due: '2026-03-20' };
  const asked = { id: matter, mechanism: 'weekly-assignment', given, assign: { lead: unit, co: [] } };
  await transact(pool, office, (tx) => registerByHand(tx, office, asked, at('16')));
  const file = uuidv7(at('19'));
  const sha256 = createHash('sha256').update('办法').digest();
  const kept = { city: 1, id: file, name: '办法.pdf', media_type: 'application/pdf', size: 6, sha256 };
  await transact(pool, desk, (tx) =>
    tx.db
      .insertInto('file')
      .values({ ...kept, uploaded_by: desk.seat })
      .execute(),
  );
  await does(desk, 'accept', {}, at('16'));
  await does(desk, 'answer', { result: '已印发', files: [file] }, at('19'));
});

const does = (who: Caller, kind: ActKind, given: Record<string, unknown>, now: Date) =>
  act(pool, who, matter, { id: uuidv7(now), kind, given }, now);
const asks = <T>(who: Caller, work: Parameters<typeof transact<T>>[2]) => transact(pool, who, work);

test.each<[string, () => Caller]>([
  ['the office', () => office],
  ['the mayor', () => mayor],
  ['the unit', () => desk],
])('%s sees a unit that answered in time as in time, on the day that it promised', async (_, who) => {
  const { rows } = await asks(who(), (tx) => list(tx, who(), {}, LATER));
  expect(rows).toMatchObject([{ due: '2026-03-20', slip: 'met', workdaysLeft: null }]);
});

test.each<['overdue' | 'soon', Date]>([
  ['overdue', LATER],
  ['soon', at('20')],
])('the ledger’s filter “%s” counts the lateness of units, not the office’s', async (slip, now) => {
  const { rows } = await asks(office, (tx) => list(tx, office, { slip }, now));
  const counted = await asks(office, (tx) => count(tx, office, { slip }, now));
  expect([rows, counted]).toEqual([[], { count: 0, exact: true }]);
});

test('the calendar puts the office’s own deadline on no day of a unit’s', async () => {
  const { days } = await asks(office, (tx) => agenda(tx, office, { from: '2026-03-16', until: '2026-03-29' }, LATER));
  expect(days.reduce((sum, day) => sum + day.count, 0)).toBe(0);
});

test('the office’s workbench counts its own delay and shows it beside the day that the unit kept', async () => {
  const { todos, counts } = await asks(office, (tx) => workbench(tx, office, { filter: 'overdue' }, LATER));
  expect(counts).toMatchObject({ total: 1, overdue: 1 });
  expect(todos).toMatchObject([
    {
      act: 'verify',
      row: { due: '2026-03-20', slip: 'met', office: { due: '2026-03-23', slip: 'overdue', workdaysLeft: -2 } },
    },
  ]);
});

test('what was written while the office’s clock stood for the unit’s is set right by the migration', async () => {
  await owner.query(`update matter set due_at = todo_at where id = $1`, [matter]);
  const file = '0092_promised_day.sql';
  await owner.query(readFileSync(join(import.meta.dirname, '../../../migrations', file), 'utf8'));
  const system = { city: 1, system: true } as const;
  const { fault } = await transact(pool, system, (tx) => verifyLedger(tx, 1, subjects));
  expect(fault).toBeNull();
});
