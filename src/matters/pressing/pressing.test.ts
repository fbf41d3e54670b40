import { beforeAll, describe, expect, test } from 'vitest';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aStaff, assignOne, does, type Staff } from '../../../test/support/staff.ts';
import { directorySubjects } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import {
  actByLadder,
  ledgerRoutes,
  matterRoutes,
  matterSubject,
  mechanismSubject,
  roundSubject,
  viewMatter,
} from '../index.ts';
import type { MatterPage, Workbench } from '../lists/list.contract.ts';
import type { HigherSeats } from './pressing.contract.ts';

const { pool } = await testDatabase();
const MONDAY = new Date('2026-03-16T01:30:00Z');
const system = { city: 1, system: true } as const;
let units: Uuid[];
let staff: Staff;
let web: TestHttp;
let now = MONDAY;

beforeAll(async () => {
  units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], MONDAY);
  staff = await aStaff(pool, units, MONDAY);
  web = await testHttp(pool, Object.values(staff), { routes: [matterRoutes, ledgerRoutes], now: () => now });
});

const assign = (unit = units[0]!) => assignOne(pool, staff.office, unit, MONDAY, { due: '2026-03-20' });
const get = async <T>(who: Caller, url: string) => (await web.ask(who, { url })).json<T>();
const view = (who: Caller, id: Uuid) => transact(pool, who, (tx) => viewMatter(tx, who, id, now));
const climbs = (matter: Uuid, request: Parameters<typeof actByLadder>[3], at: Date) =>
  transact(pool, system, (tx) => actByLadder(tx, 1, matter, request, at));

describe('the ladder acts of itself', () => {
  test('once, whoever sends it again, in nobody’s name, and under the same rules', async () => {
    const matter = await assign();
    now = new Date('2026-03-18T02:00:00Z');
    const slip = { id: uuidv7(now), kind: 'slip', given: { color: 'yellow', clock: 'accept' } } as const;
    const both = await Promise.all([climbs(matter, slip, now), climbs(matter, slip, now)]);
    expect(both[0]).toMatchObject({ ok: true });
    expect(both[1]).toEqual(both[0]);
    const seen = await view(staff.desk, matter);
    expect(seen.pressing.slips).toMatchObject([{ color: 'yellow', unit: units[0], clock: 'accept', answered: null }]);
    expect(seen.story.at(-1)).toMatchObject({ kind: 'slip', seat: null, who: '' });
    expect(seen.row.slipColor).toBe('yellow');
    const refused = await climbs(matter, { id: uuidv7(now), kind: 'close', given: {} }, now);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'matter.not-your-act' } });
  });
});

describe('what is raised waits for the higher seat', () => {
  test('on its workbench, once, counted as its own, until it answers', async () => {
    const matter = await assign();
    now = new Date('2026-03-17T02:00:00Z');
    const before = await get<Workbench>(staff.mayor, '/api/workbench');
    const { rows } = await get<HigherSeats>(staff.office, `/api/matters/${matter}/higher-seats`);
    expect(rows.map(({ seat }) => seat)).toEqual([staff.mayor.seat]);
    await does(pool, staff.office, matter, 'raise', { seat: staff.mayor.seat, reason: '久拖未决' }, now);
    const bench = await get<Workbench>(staff.mayor, '/api/workbench');
    const own = bench.todos.filter(({ row }) => row.id === matter);
    expect(own).toMatchObject([{ act: 'answer', row: { due: '2026-03-20', raised: true, workdaysLeft: 3 } }]);
    // Due this week, it was among what is to be watched before, and is counted once now.
    expect(bench.counts.total).toBe(before.counts.total);
    expect((await view(staff.mayor, matter)).pressing.raised).toMatchObject({
      name: staff.mayor.name,
      due: '2026-03-20',
    });
    expect((await get<MatterPage>(staff.office, '/api/matters?raised=yes')).rows.map(({ id }) => id)).toEqual([matter]);
    await does(pool, staff.mayor, matter, 'lower', { reason: '由水务局办' }, now);
    const after = await get<Workbench>(staff.mayor, '/api/workbench');
    expect(after.todos.filter(({ row }) => row.id === matter).map(({ act }) => act)).toEqual(['remind']);
    expect((await get<MatterPage>(staff.office, '/api/matters?raised=yes')).rows).toEqual([]);
  });
});

test('what is listed is found in the ledger, and told with the days that are left', async () => {
  const matter = await assign();
  now = new Date('2026-03-17T02:00:00Z');
  await does(pool, staff.office, matter, 'list', { title: '东城排水不畅', until: '2026-03-19' }, now);
  const { rows } = await get<MatterPage>(staff.office, '/api/matters?listed=yes');
  expect(rows).toMatchObject([{ id: matter, listed: { until: '2026-03-19', workdaysLeft: 2 } }]);
  now = new Date('2026-03-23T02:00:00Z');
  expect((await view(staff.office, matter)).pressing.listed).toMatchObject({ title: '东城排水不畅', workdaysLeft: -2 });
});

test('all of it is made anew from its acts, the public list too; a line changed behind the acts is found', async () => {
  // The staff's accounts are written without acts; everything else has its own.
  const subjects = [matterSubject, mechanismSubject, roundSubject, ...directorySubjects].filter(
    ({ opens }) => opens !== 'open-person',
  );
  const verify = () => transact(pool, system, (tx) => verifyLedger(tx, 1, subjects));
  expect(await verify()).toMatchObject({ fault: null });
  await transact(pool, system, (tx) => tx.db.updateTable('listing').set({ title: '别的事' }).execute());
  expect((await verify()).fault).toMatchObject({
    code: 'matter.verify-projection-differs',
    params: { table: 'listing' },
  });
});
