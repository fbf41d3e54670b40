import { beforeAll, describe, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aStaff, assignOne, does, type Staff } from '../../../test/support/staff.ts';
import { changeUnit } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import type { MatterView, StoryAct } from '../contract.ts';
import { matterRoutes } from '../index.ts';
import { succeedUnits } from '../succession/succeed.acts.ts';
import { readMoving } from './story.store.ts';

const { pool } = await testDatabase();
const MONDAY = new Date('2026-03-16T01:30:00Z'); // 9:30 in the city
const later = (hours: number): Date => new Date(MONDAY.getTime() + hours * 3_600_000);
let staff: Staff;
let units: Uuid[];
let matter: Uuid;
let web: TestHttp;
let now = MONDAY;

const view = async (): Promise<MatterView> =>
  (await web.ask(staff.office, { method: 'GET', url: `/api/matters/${matter}` })).json();

beforeAll(async () => {
  units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局', '莲城市住建局', '莲城市城管局'], MONDAY);
  staff = await aStaff(pool, units, MONDAY);
  web = await testHttp(pool, Object.values(staff), { routes: [matterRoutes], now: () => now });
  const text = '疏通东渠，并说明 "effects":[] 和 "unit" 的写法';
  matter = await assignOne(pool, staff.office, units[0]!, MONDAY, { text, due: '2026-03-27' });
  await does(pool, staff.office, matter, 'assign', { lead: units[0]!, co: [units[1]!] }, later(1));
  await does(pool, staff.other, matter, 'accept', {}, later(1));
  await does(pool, staff.other, matter, 'report', { text: '苗木已备' }, later(2));
  await does(pool, staff.desk, matter, 'accept', {}, later(2));
  for (let i = 0; i < 110; i++) await does(pool, staff.desk, matter, 'report', { text: `第 ${i} 次进展` }, later(3));
  await does(pool, staff.office, matter, 'correct', { text: '疏通东渠二期', reason: '会上定的是二期' }, later(50));
  now = later(75);
});

describe('the story of a long matter', () => {
  test('tells of a correction what stood before, though that was said a hundred acts ago', async () => {
    const { story } = await view();
    expect(story).toHaveLength(100);
    expect(story.at(-1)?.changes).toEqual([
      { of: 'text', from: '疏通东渠，并说明 "effects":[] 和 "unit" 的写法', to: '疏通东渠二期' },
    ]);
  });

  test('tells the whole way here with who led it, and what each unit said last, however long ago', async () => {
    const { way, units: parts } = await view();
    expect(way.map(({ stage, who, workdays }) => [stage, who, workdays])).toEqual([
      ['registered', '沈知远', 0],
      ['assigned', '沈知远', 0],
      ['working', '林一帆', 3],
    ]);
    expect(parts.map(({ lastWord }) => [lastWord?.text, lastWord?.who])).toEqual([
      ['第 109 次进展', '林一帆'],
      ['苗木已备', '周文博'],
    ]);
  });

  test('tells on an older page what each act there changed', async () => {
    const { earlier } = await view();
    const answer = await web.ask(staff.office, {
      method: 'GET',
      url: `/api/matters/${matter}/story?before=${earlier}`,
    });
    const { story } = answer.json<{ story: StoryAct[] }>();
    expect(story.find((act) => act.seq === 3)?.changes).toEqual([{ of: 'came', unit: units[1], part: 'co' }]);
  });

  test('reads, of all that came before, only what moved the matter', async () => {
    const moving = await transact(pool, staff.office, (tx) => readMoving(tx, 1, matter, 100));
    expect(moving.map(({ kind }) => kind)).toEqual(['register', 'assign', 'assign', 'accept', 'accept']);
  });

  test('tells of an heir what was last said by the unit whose place it took, however long ago that was', async () => {
    const administrator = aCaller({ role: 'administrator', unit: null });
    const lastOf = async () => (await view()).units.map(({ unit, lastWord }) => [unit, lastWord?.text, lastWord?.who]);
    for (const [unit, into, at] of [
      [units[1]!, units[2]!, 60],
      [units[2]!, units[3]!, 62],
    ] as const) {
      const merging = { id: uuidv7(later(at)), kind: 'merge' as const, given: { into } };
      await transact(pool, administrator, (tx) => changeUnit(tx, administrator, unit, merging, later(at)));
      expect(await succeedUnits(pool, 1, later(at + 1))).toBe(1);
      expect(await lastOf()).toEqual([
        [units[0], '第 109 次进展', '林一帆'],
        [into, '苗木已备', '周文博'],
      ]);
    }
  });
});
