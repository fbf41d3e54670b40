import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { anOriginator } from '../../test/support/callers.ts';
import { aCity } from '../../test/support/city.ts';
import { testDatabase } from '../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../test/support/http.ts';
import { aStaff, type Staff } from '../../test/support/staff.ts';
import { directorySubjects, publishScheme } from '../directory/index.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import { act, matterSubject, mechanismSubject, publishMechanism, registerByHand } from '../matters/index.ts';
import type { ActKind } from '../mechanism/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { transact } from '../platform/postgres/index.ts';
import type { ListedPage, ListedRow } from './contract.ts';
import { appealRoutes } from './index.ts';

// What the public reads of what a unit promised, of a pause, and of whether both days were kept.

const { pool } = await testDatabase();
const system = { city: 1, system: true } as const;
const at = (day: string, time = '10:00'): Date => new Date(`2026-${day}T${time}:00+08:00`);
const BEGIN = at('03-02', '08:00');
const firm = anOriginator();
let now = BEGIN;
let staff: Staff;
let units: Uuid[];
let app: TestHttp;

beforeAll(async () => {
  units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], BEGIN);
  staff = await aStaff(pool, units, BEGIN);
  const category = { code: '0701', parent: null, zh: '证照办理', en: 'Licences', retired: false };
  const scheme = { key: 'appeals', name: { zh: '诉求分类', en: 'Appeals' }, categories: [category], seen: 0 };
  const source = readFileSync(join(import.meta.dirname, '../../mechanisms/appeal.yaml'), 'utf8');
  await transact(pool, system, async (tx) => {
    await publishScheme(tx, system, { id: uuidv7(BEGIN), ...scheme }, BEGIN);
    await publishMechanism(tx, system, { source }, BEGIN);
  });
  app = await testHttp(pool, [staff.office], { routes: [appealRoutes], now: () => now });
});

const does = (who: Caller, matter: Uuid, kind: ActKind, given: Record<string, unknown> = {}) =>
  act(pool, who, matter, { id: uuidv7(now), kind, given }, now);

/** Raised and taken on on Monday 2 March, to be answered by Monday 16 March; listed the day after, to be done by the 13th. */
async function listed(title: string, promise?: string): Promise<Uuid> {
  const id = uuidv7(BEGIN);
  now = at('03-02');
  const raised = { id, mechanism: 'appeal', given: { text: '执照换发等了一个月，联系人石莲锦', channel: 'web' } };
  await transact(pool, firm, (tx) => registerByHand(tx, firm, raised, now));
  await does(staff.office, id, 'classify', { category: '0701' });
  await does(staff.office, id, 'assign', { lead: units[0], co: [] });
  await does(staff.desk, id, 'accept');
  now = at('03-03');
  await does(staff.office, id, 'list', { title, until: '2026-03-13' });
  if (promise) await does(staff.head, id, 'promise', { text: promise, due: '2026-03-11' });
  return id;
}
async function onList(title: string, part = 'standing'): Promise<ListedRow | undefined> {
  const answer = await app.http.inject({ url: `/api/counter/listed?part=${part}` });
  return answer.json<ListedPage>().rows.find((row) => row.title === title);
}

test('what the unit promised and by when stands beside the office’s deadline, and changes with it', async () => {
  const id = await listed('一件证照久拖未办', '3月11日前发放新执照');
  expect(await onList('一件证照久拖未办')).toMatchObject({
    until: '2026-03-13',
    kept: null,
    promise: { text: '3月11日前发放新执照', by: '2026-03-11', kept: null },
  });
  await does(staff.head, id, 'promise', { text: '3月6日前发放新执照', due: '2026-03-06' });
  expect((await onList('一件证照久拖未办'))!.promise).toEqual({
    text: '3月6日前发放新执照',
    by: '2026-03-06',
    kept: null,
  });
});

test.each([
  ['somebody’s telephone', '打 13812345678 告知石先生，11日前发证'],
  ['whoever raised it, as their own words do', '11日前当面答复石莲锦'],
  ['an enterprise by its credit code', '11日前给91410000MA3X4ABC12发证'],
])('of a promise that names %s only the day is read', async (what, promise) => {
  await listed(`一处 ${what}`, promise);
  expect((await onList(`一处 ${what}`))!.promise).toEqual({ text: null, by: '2026-03-11', kept: null });
});

test('what has promised nothing shows the deadline alone', async () => {
  await listed('门前道路不通');
  expect(await onList('门前道路不通')).toMatchObject({ promise: null, until: '2026-03-13' });
});

test('while it is paused its days stand still, and the deadline is as much later when it goes on', async () => {
  const id = await listed('一处管网错接');
  now = at('03-05');
  await does(staff.office, id, 'pause', { reason: '待省里批复' });
  expect(await onList('一处管网错接')).toMatchObject({ paused: true, workdaysLeft: 6, until: '2026-03-13' });
  now = at('03-20');
  expect(await onList('一处管网错接')).toMatchObject({ paused: true, workdaysLeft: 6 });
  await does(staff.office, id, 'resume');
  // Six working days after Friday 20 March.
  expect(await onList('一处管网错接')).toMatchObject({ paused: false, workdaysLeft: 6, until: '2026-03-30' });
});

test('a question to whoever raised it stops the days too, and their reply lets them go on', async () => {
  const id = await listed('一处排水不畅');
  now = at('03-04');
  await does(staff.desk, id, 'inquire', { text: '在哪一段？' });
  now = at('03-10');
  expect(await onList('一处排水不畅')).toMatchObject({ paused: true, workdaysLeft: 7 });
  await does(firm, id, 'reply', { text: '东段' });
  expect(await onList('一处排水不畅')).toMatchObject({ paused: false, workdaysLeft: 7, until: '2026-03-19' });
});

test('taken off it still shows both days, and which of them was kept', async () => {
  const id = await listed('一处路灯不亮', '11日前修好');
  now = at('03-12');
  await does(staff.head, id, 'answer', { result: '已修好' });
  // Seen to after the deadline: the unit had answered in time.
  now = at('03-17');
  await does(staff.office, id, 'delist', { result: '路灯已亮' });
  expect(await onList('一处路灯不亮')).toBeUndefined();
  expect(await onList('一处路灯不亮', 'done')).toMatchObject({
    until: '2026-03-13',
    kept: true,
    promise: { text: '11日前修好', by: '2026-03-11', kept: false },
    doneOn: '2026-03-17',
    workdaysLeft: null,
  });
});

test('the deadline may lie no further ahead than the mechanism’s file lets it, and the refusal says how far', async () => {
  const id = uuidv7(BEGIN);
  now = at('03-02');
  const raised = { id, mechanism: 'appeal', given: { text: '电价算错', channel: 'web' } };
  await transact(pool, firm, (tx) => registerByHand(tx, firm, raised, now));
  await does(staff.office, id, 'classify', { category: '0701' });
  await does(staff.office, id, 'assign', { lead: units[0], co: [] });
  const list = (until: string) => does(staff.office, id, 'list', { title: '一处计价有误', until });
  const refused = { code: 'matter.listed-too-far', params: { last: '2026-03-30', n: 20 }, pointer: '/given/until' };
  await expect(list('2028-03-02')).rejects.toMatchObject({ problem: refused });
  await expect(list('2026-03-31')).rejects.toMatchObject({ problem: refused });
  await list('2026-03-30');
  expect(await onList('一处计价有误')).toMatchObject({ until: '2026-03-30' });
});

test('all of it is made anew from its acts', async () => {
  const subjects = [matterSubject, mechanismSubject, ...directorySubjects].filter(
    ({ opens }) => opens !== 'open-person',
  );
  expect((await transact(pool, system, (tx) => verifyLedger(tx, 1, subjects))).fault).toBeNull();
});
