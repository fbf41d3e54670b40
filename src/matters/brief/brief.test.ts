import { beforeAll, describe, expect, test } from 'vitest';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aStaff, assignOne, does, type Staff } from '../../../test/support/staff.ts';
import type { Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { briefRoutes } from '../index.ts';
import type { Brief } from './brief.contract.ts';

const { pool } = await testDatabase();
const MONDAY = new Date('2026-03-16T01:30:00Z');
/** Two weeks on, a Monday morning. */
let now = new Date('2026-03-30T01:30:00Z');
let units: Uuid[];
let staff: Staff;
let web: TestHttp;
const matters: Uuid[] = [];

beforeAll(async () => {
  units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], MONDAY);
  staff = await aStaff(pool, units, MONDAY);
  web = await testHttp(pool, Object.values(staff), { routes: [briefRoutes], now: () => now });
  // Five matters, each due a day after the one before: Tuesday the 17th to the 23rd, a Monday.
  for (const due of ['2026-03-17', '2026-03-18', '2026-03-19', '2026-03-20', '2026-03-23'])
    matters.push(await assignOne(pool, staff.office, units[0]!, MONDAY, { due, text: `办到 ${due}` }));
});

const briefed = async (who: Caller) => (await web.ask(who, { method: 'GET', url: '/api/brief' })).json<Brief>();

describe('a mayor’s forty seconds', () => {
  test('the longest overdue three, how late, what each hangs on, and what its lead unit said', async () => {
    await does(pool, staff.desk, matters[0]!, 'accept', {}, MONDAY);
    await does(pool, staff.desk, matters[0]!, 'report', { text: '管线图还缺两段。', percent: 30 }, MONDAY);
    const { worst } = await briefed(staff.mayor);
    expect(worst.map(({ row }) => [row.id, row.workdaysLeft])).toEqual([
      [matters[0], -9],
      [matters[1], -8],
      [matters[2], -7],
    ]);
    expect(worst[0]).toMatchObject({
      row: { lead: units[0] },
      blocks: [{ why: 'lead', units: [units[0]] }],
      said: { text: '管线图还缺两段。', who: '林一帆' },
    });
    expect(worst[1]).toMatchObject({ blocks: [{ why: 'accept', units: [units[0]] }], said: null });
  });

  test('what was answered is with the office and no longer among the worst; what was sent back is', async () => {
    await does(pool, staff.desk, matters[1]!, 'refuse', { reason: '不属本局' }, now);
    const { worst } = await briefed(staff.mayor);
    expect(worst[1]).toMatchObject({
      row: { id: matters[1] },
      blocks: [{ why: 'reassign', units: [units[0]] }],
      said: { text: '不属本局' },
    });
  });

  test('a wish for more time waits for their word until it has one', async () => {
    const later = { until: '2026-05-20', reason: '设备到货推迟' };
    const asked = await assignOne(pool, staff.office, units[0]!, now, { due: '2026-04-20' });
    expect((await briefed(staff.mayor)).wishes).toEqual([]);
    await does(pool, staff.desk, asked, 'accept', {}, now);
    await does(pool, staff.desk, asked, 'extend', later, now);
    const { wishes, more } = await briefed(staff.mayor);
    expect(wishes).toMatchObject([{ row: { id: asked }, asked: [{ unit: units[0], ...later }] }]);
    expect(more).toBe(0);
    await does(pool, staff.mayor, asked, 'grant', { unit: units[0] }, now);
    expect((await briefed(staff.mayor)).wishes).toEqual([]);
  });

  test('what was raised to them stands first, with the day by which they are to answer', async () => {
    expect((await briefed(staff.mayor)).raised).toEqual([]);
    await does(pool, staff.office, matters[3]!, 'raise', { seat: staff.mayor.seat, reason: '久拖未决' }, now);
    expect((await briefed(staff.mayor)).raised).toMatchObject([{ id: matters[3], due: '2026-04-02', raised: true }]);
    expect((await briefed(staff.office)).raised).toEqual([]);
  });

  test('is for whoever oversees the city: a unit is refused, with where its own work stands', async () => {
    const answer = await web.ask(staff.head, { method: 'GET', url: '/api/brief' });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'matter.brief-not-yours' });
    now = MONDAY;
    expect((await briefed(staff.mayor)).worst).toEqual([]);
  });
});
