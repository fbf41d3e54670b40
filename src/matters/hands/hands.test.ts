import { beforeAll, describe, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aStaff, assignOne, does, seatThem, type Staff } from '../../../test/support/staff.ts';
import { openSeat } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { handRoutes, matterRoutes } from '../index.ts';
import type { Workbench } from '../lists/list.contract.ts';
import type { Hands, SeatsOwed } from './hands.contract.ts';

const { pool, owner } = await testDatabase();
const MONDAY = new Date('2026-03-16T01:30:00Z');
const THURSDAY = new Date('2026-03-19T01:30:00Z');
let now = THURSDAY;
let units: Uuid[];
let staff: Staff;
let second: Caller;
let web: TestHttp;
const made: Record<'late' | 'soon' | 'second' | 'nobodys' | 'elsewhere', Uuid> = {} as never;

beforeAll(async () => {
  units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], MONDAY);
  staff = await aStaff(pool, units, MONDAY);
  second = aCaller({ role: 'handler', unit: units[0]!, name: '贺一诺', title: '科员' });
  await seatThem(pool, [second], MONDAY);
  web = await testHttp(pool, [...Object.values(staff), second], {
    routes: [matterRoutes, handRoutes],
    now: () => now,
  });
  const assign = (due: string, unit = units[0]!) => assignOne(pool, staff.office, unit, MONDAY, { due });
  made.late = await assign('2026-03-17');
  made.soon = await assign('2026-03-19');
  made.second = await assign('2026-03-27');
  made.nobodys = await assign('2026-03-20');
  made.elsewhere = await assign('2026-03-17', units[1]);
  for (const matter of [made.late, made.soon]) await does(pool, staff.desk, matter, 'accept', {}, MONDAY);
  await does(pool, second, made.second, 'accept', {}, MONDAY);
});

const get = async <T>(who: Caller, url: string) => (await web.ask(who, { method: 'GET', url })).json<T>();
const listed = async (who: Caller, search: string) =>
  (await get<Workbench>(who, `/api/workbench?${search}`)).todos.map(({ row }) => row.id);

describe('who in a head’s unit has what in hand', () => {
  test('everybody of the unit stands there, the latest first, and what nobody has taken', async () => {
    const { rows, nobody } = await get<Hands>(staff.head, '/api/workbench/hands');
    expect(
      rows.map(({ name, total, overdue, today, workdaysLate }) => [name, total, overdue, today, workdaysLate]),
    ).toEqual([
      ['林一帆', 2, 1, 1, 2],
      ['贺一诺', 1, 0, 0, null],
      ['郑维新', 0, 0, 0, null],
    ]);
    // Not accepted within a working day: late, whatever the day of the whole.
    expect(nobody).toMatchObject({ total: 1, overdue: 1, workdaysLate: 2 });
  });

  test.each([
    ['one colleague’s', () => staff.desk.seat, '', () => [made.late, made.soon]],
    ['of it what is overdue', () => staff.desk.seat, '&filter=overdue', () => [made.late]],
    ['another’s', () => second.seat, '', () => [made.second]],
    ['what nobody has', () => 'none', '', () => [made.nobodys]],
    ['nothing of somebody of another unit', () => staff.other.seat, '', () => []],
  ])('each number opens the list that it counts: %s', async (_, hand, more, ids) => {
    expect(await listed(staff.head, `hand=${hand()}${more}`)).toEqual(ids());
  });

  test('whoever acts on it last has it in hand from then on', async () => {
    await does(pool, second, made.soon, 'report', { text: '接着办' }, THURSDAY);
    expect(await listed(staff.head, `hand=${second.seat}`)).toEqual([made.soon, made.second]);
    await does(pool, staff.desk, made.soon, 'report', { text: '还是我来' }, THURSDAY);
    expect(await listed(staff.head, `hand=${second.seat}`)).toEqual([made.second]);
  });

  test('who only says something of it takes it from nobody, and what nobody has stays so', async () => {
    await does(pool, staff.head, made.late, 'note', { text: '请先报个进展' }, THURSDAY);
    await does(pool, staff.head, made.nobodys, 'note', { text: '谁来办？' }, THURSDAY);
    expect(await listed(staff.head, `hand=${staff.desk.seat}`)).toContain(made.late);
    expect(await listed(staff.head, 'hand=none')).toEqual([made.nobodys]);
    expect(await listed(staff.head, `hand=${staff.head.seat}`)).toEqual([]);
  });

  test('is a head’s to know: a colleague is refused', async () => {
    const answer = await web.ask(staff.desk, { method: 'GET', url: '/api/workbench/hands' });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'matter.hands-not-yours' });
  });
});

describe('what one’s seats owe', () => {
  test('each is counted as its own workbench counts it, also one of another unit', async () => {
    const { account } = staff.head;
    const also = { id: uuidv7(MONDAY), account, unit: units[1]!, role: 'handler', title: '挂职' } as const;
    await transact(pool, { city: 1, system: true }, (tx) => openSeat(tx, { city: 1, system: true }, also, MONDAY));
    const { rows } = await get<SeatsOwed>(staff.head, '/api/workbench/seats');
    expect(
      new Map(rows.map(({ seat, total, overdue, workdaysLate }) => [seat, [total, overdue, workdaysLate]])),
    ).toEqual(
      new Map([
        [staff.head.seat, [4, 2, 2]],
        [also.id, [1, 1, 2]],
      ]),
    );
  });

  test('a seat that owes nothing says so', async () => {
    const { rows } = await get<SeatsOwed>(staff.administrator, '/api/workbench/seats');
    expect(rows).toEqual([
      { seat: staff.administrator.seat, total: 0, overdue: 0, today: 0, week: 0, workdaysLate: null },
    ]);
  });

  test('it follows the clock', async () => {
    now = new Date('2026-03-23T01:30:00Z');
    const { rows } = await get<SeatsOwed>(second, '/api/workbench/seats');
    expect(rows[0]).toMatchObject({ total: 4, overdue: 3, workdaysLate: 4 });
  });
});

test('what was raised to a head is in the head’s own hand, and in no colleague’s any more', async () => {
  const totals = async () => {
    const { rows } = await get<Hands>(staff.head, '/api/workbench/hands');
    return new Map(rows.map(({ seat, total }) => [seat, total]));
  };
  const before = await totals();
  const id = await assignOne(pool, staff.office, units[0]!, MONDAY, { due: '2026-03-18' });
  await does(pool, staff.desk, id, 'accept', {}, MONDAY);
  expect((await totals()).get(staff.desk.seat)).toBe(before.get(staff.desk.seat)! + 1);
  await owner.query(`update matter set raised_to = $1, raised_at = '2026-03-20T10:00:00Z' where id = $2`, [
    staff.head.seat,
    id,
  ]);
  expect(await totals()).toEqual(new Map([...before, [staff.head.seat, before.get(staff.head.seat)! + 1]]));
  expect(await listed(staff.head, `hand=${staff.head.seat}`)).toEqual([id]);
});
