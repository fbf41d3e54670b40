import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aStaff, assignOne, does, type Staff } from '../../../test/support/staff.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { publishMechanism } from '../../matters/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { defineJob } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import type { NoticeDigest, NoticePage, NoticeRow, Unread } from '../contract.ts';
import { noticeRoutes } from '../index.ts';
import type { ToDeliver } from './gather.acts.ts';
import { tellOfClocks } from './ladder.jobs.ts';
import { tellOfActs } from './tell.acts.ts';

const { pool, owner } = await testDatabase();
const MONDAY = new Date('2026-03-16T01:30:00Z'); // 9:30 in the city
const later = (days: number, hours = 0): Date => new Date(MONDAY.getTime() + (days * 24 + hours) * 3_600_000);
const HOURS = [
  [540, 720],
  [840, 1080],
] as const;
const TELLING = { hours: HOURS, delivering: defineJob<ToDeliver>('test.deliver', async () => undefined) };
let staff: Staff;
let units: Uuid[];
let web: TestHttp;

beforeAll(async () => {
  units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], MONDAY);
  staff = await aStaff(pool, units, MONDAY);
  // Of clocks without a ladder of their own.
  const source = readFileSync(join(import.meta.dirname, '../../../mechanisms/weekly-assignment.yaml'), 'utf8');
  const bare = source.replace(/\nladder:[^]*$/u, '\n');
  await transact(pool, { city: 1, system: true }, (tx) =>
    publishMechanism(tx, { city: 1, system: true }, { source: bare }, MONDAY),
  );
  web = await testHttp(pool, Object.values(staff), { routes: [noticeRoutes], now: () => MONDAY });
});

const tell = (now = MONDAY) => transact(pool, { city: 1, system: true }, (tx) => tellOfActs(tx, 1, TELLING, now));
const sweep = (now: Date) => transact(pool, { city: 1, system: true }, (tx) => tellOfClocks(tx, 1, HOURS, now));
const page = async (who: Caller, query = ''): Promise<NoticePage> =>
  (await web.ask(who, { method: 'GET', url: `/api/notices${query}` })).json();
const heard = async (who: Caller, matter: Uuid): Promise<NoticeRow[]> =>
  (await page(who)).rows.filter((row) => row.matter?.id === matter);
const kinds = async (who: Caller, matter: Uuid): Promise<string[]> => (await heard(who, matter)).map((row) => row.kind);

test('an assignment is told to the unit’s handler once, though the job runs twice, and nobody else hears of it', async () => {
  const matter = await assignOne(pool, staff.office, units[0]!, MONDAY, { due: '2026-03-27' });
  await Promise.all([tell(), tell()]);
  await tell();
  expect(await heard(staff.desk, matter)).toMatchObject([
    { kind: 'assigned', why: 'unit', who: '沈知远', due: '2026-03-27', read: false, unit: units[0] },
  ]);
  for (const other of [staff.office, staff.head, staff.other, staff.mayor, staff.administrator])
    expect(await kinds(other, matter)).toEqual([]);
});

test('an act that did not happen is not told of', async () => {
  const before = await owner.query('select from outbox');
  const matter = await assignOne(pool, staff.office, units[0]!, MONDAY, {});
  await tell();
  await expect(does(pool, staff.desk, matter, 'answer', { result: '未签收' }, MONDAY)).rejects.toThrow();
  expect((await owner.query('select from outbox')).rowCount).toBe(before.rowCount);
});

test('an act of which nobody is told costs the outbox nothing', async () => {
  const matter = await assignOne(pool, staff.office, units[0]!, MONDAY, {});
  await tell();
  await does(pool, staff.desk, matter, 'accept', {}, MONDAY);
  await does(pool, staff.desk, matter, 'note', { text: '已联系施工单位' }, MONDAY);
  expect((await owner.query('select from outbox')).rowCount).toBe(0);
});

test('a telling that is undone comes back; what it wrote is gone', async () => {
  const matter = await assignOne(pool, staff.office, units[0]!, MONDAY, {});
  const undone = transact(pool, { city: 1, system: true }, async (tx) => {
    expect(await tellOfActs(tx, 1, TELLING, MONDAY)).toBeGreaterThan(0);
    throw new Error('the worker died');
  });
  await expect(undone).rejects.toThrow('the worker died');
  expect(await kinds(staff.desk, matter)).toEqual([]);
  await tell();
  expect(await kinds(staff.desk, matter)).toEqual(['assigned']);
});

test('a leader’s word comes with its words; the office hears of the answer; a reminder of what was returned', async () => {
  const matter = await assignOne(pool, staff.office, units[0]!, MONDAY, {});
  await does(pool, staff.desk, matter, 'accept', {}, later(0, 1));
  await does(pool, staff.mayor, matter, 'instruct', { text: '汛期前必须完成' }, later(0, 2));
  await tell();
  expect(await heard(staff.head, matter)).toMatchObject([
    { kind: 'instructed', said: '汛期前必须完成', who: '顾明章' },
  ]);
  expect(await kinds(staff.office, matter)).toEqual(['instructed']);
  await does(pool, staff.office, matter, 'remind', { text: '进度如何' }, later(0, 3));
  await tell();
  expect(await kinds(staff.desk, matter)).toEqual(['reminded', 'instructed']);
});

test('what is made confidential and taken from a unit disappears from its notices, also from the count', async () => {
  const matter = await assignOne(pool, staff.office, units[1]!, MONDAY, {});
  await tell();
  expect(await kinds(staff.other, matter)).toEqual(['assigned']);
  await does(pool, staff.office, matter, 'assign', { lead: units[0], co: [] }, later(0, 1));
  await does(pool, staff.office, matter, 'correct', { reason: '涉密', confidential: true }, later(0, 1));
  expect(await kinds(staff.other, matter)).toEqual([]);
  const { count } = (await web.ask(staff.other, { method: 'GET', url: '/api/notices/unread' })).json<Unread>();
  expect(count).toBe((await page(staff.other)).rows.length);
});

test('the digest has what is unread and still so, a line for each matter, the worst first', async () => {
  const digest = async () =>
    (await web.ask(staff.other, { method: 'GET', url: '/api/notices/digest' })).json<NoticeDigest>();
  const told = async () =>
    (await digest()).matters.map((rows) => [rows[0]!.matter!.id, ...rows.map(({ kind }) => kind)]);
  const fresh = await assignOne(pool, staff.office, units[1]!, MONDAY, {});
  const pressed = await assignOne(pool, staff.office, units[1]!, MONDAY, {});
  await does(pool, staff.mayor, pressed, 'instruct', { text: '本周内完成' }, later(0, 1));
  await does(pool, staff.office, pressed, 'remind', { text: '进度如何' }, later(0, 2));
  await tell();
  expect(await told()).toEqual([
    [pressed, 'instructed', 'reminded', 'assigned'],
    [fresh, 'assigned'],
  ]);
  expect(await digest()).toMatchObject({ n: 2, overdue: 0, own: 0 });
  // Taken on, nobody need be told any more that it was given; what is read is read.
  await does(pool, staff.other, pressed, 'accept', {}, later(0, 3));
  await web.ask(staff.other, { method: 'POST', url: '/api/notices/read', payload: { matter: fresh } });
  expect(await told()).toEqual([[pressed, 'instructed', 'reminded']]);
});

test('clocks: owner at due soon and overdue, head after a working day more, each once; nothing outside working hours', async () => {
  const matter = await assignOne(pool, staff.office, units[0]!, MONDAY, { due: '2026-03-20' });
  await does(pool, staff.desk, matter, 'accept', {}, later(0, 1));
  await tell();
  await sweep(later(3)); // Thursday
  await sweep(later(3, 1));
  expect(await kinds(staff.desk, matter)).toEqual(['due-soon']);
  await sweep(later(4, 10)); // Friday 19:30: overdue, but nobody works
  expect(await kinds(staff.desk, matter)).toEqual(['due-soon']);
  await sweep(later(7)); // Monday
  expect(await kinds(staff.desk, matter)).toEqual(['overdue', 'due-soon']);
  expect(await kinds(staff.head, matter)).toEqual([]);
  await sweep(later(8)); // Tuesday
  await sweep(later(9));
  expect(await kinds(staff.desk, matter)).toEqual(['overdue', 'due-soon']);
  expect(await kinds(staff.head, matter)).toEqual(['overdue']);
});

test('a clock that got another day is told of anew; one that is paused or closed is not', async () => {
  const [longer, paused, closed] = [
    await assignOne(pool, staff.office, units[0]!, later(14), { due: '2026-04-01' }),
    await assignOne(pool, staff.office, units[0]!, later(14), { due: '2026-04-01' }),
    await assignOne(pool, staff.office, units[0]!, later(14), { due: '2026-04-01' }),
  ];
  for (const matter of [longer, paused, closed]) await does(pool, staff.desk, matter, 'accept', {}, later(14, 1));
  await tell(later(14, 1));
  await does(pool, staff.office, paused, 'pause', { reason: '待省里批复' }, later(14, 2));
  await does(pool, staff.desk, longer, 'extend', { until: '2026-04-10', reason: '雨' }, later(14, 2));
  await sweep(later(15)); // Tuesday, due tomorrow
  expect(await kinds(staff.desk, longer)).toEqual(['due-soon']);
  await does(pool, staff.office, longer, 'grant', { unit: units[0] }, later(15, 1));
  await tell(later(15, 1));
  await sweep(later(24)); // the Thursday before the new day
  expect(await kinds(staff.desk, longer)).toEqual(['due-soon', 'extension-decided', 'due-soon']);
  expect(await kinds(staff.desk, paused)).toEqual([]);
  await owner.query('update clock set stopped_at = now(), how = $2 where matter = $1', [closed, 'met']);
  const before = await kinds(staff.desk, closed);
  await sweep(later(25));
  expect(await kinds(staff.desk, closed)).toEqual(before);
});

test('what is read is counted no more, by itself, by its matter, or all at once; only one’s own', async () => {
  const matter = await assignOne(pool, staff.office, units[0]!, MONDAY, {});
  await tell();
  const count = async () =>
    (await web.ask(staff.desk, { method: 'GET', url: '/api/notices/unread' })).json<Unread>().count;
  const read = (who: Caller, payload: object) => web.ask(who, { method: 'POST', url: '/api/notices/read', payload });
  const before = await count();
  // Not looked for on the page: others have been written since, for days to come.
  const { rows } = await owner.query<{ id: Uuid }>('select id from notice where matter = $1', [matter]);
  const [notice] = rows;
  await read(staff.other, { ids: [notice!.id] });
  expect(await count()).toBe(before);
  await read(staff.desk, { matter });
  expect(await count()).toBe(before - 1);
  expect((await page(staff.desk, '?unread=1')).rows.some((row) => row.id === notice!.id)).toBe(false);
  await read(staff.desk, { upTo: (await page(staff.desk)).rows[0]!.id });
  expect(await count()).toBe(0);
});

test.each([
  [{ matter: '交办〔2026〕08-01' }, '/matter', '“事项”的格式不对', '"matter" has the wrong format'],
  [{ ids: ['first'] }, '/ids/0', '“编号第 1 项”的格式不对', '"ids no. 1" has the wrong format'],
  [{ upTo: '' }, '/upTo', '“到哪一条为止”的格式不对', '"up to which" has the wrong format'],
])('what is no id is refused by the field’s name, in the reader’s language: %j', async (payload, pointer, zh, en) => {
  for (const [language, said] of [
    ['zh-CN', zh],
    ['en-GB', en],
  ] as const) {
    const headers = { 'accept-language': language };
    const answer = await web.ask(staff.desk, { method: 'POST', url: '/api/notices/read', payload, headers });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ pointer, detail: expect.stringContaining(said) }] });
  }
});

test('pages lose nothing', async () => {
  const values = Array.from({ length: 70 }, (_, n) => ({ id: uuidv7(later(-3)), subject: `page ${n}` }));
  const [row] = (await page(staff.desk)).rows;
  for (const { id, subject } of values)
    await owner.query(
      `insert into notice (city, id, seat, kind, why, subject, matter, at, on_page) values (1, $1, $2, 'mentioned', 'named', $3, $4, now(), true)`,
      [id, staff.desk.seat, subject, row!.matter!.id],
    );
  const seen: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const found: NoticePage = await page(staff.desk, next && `?after=${next}`);
    seen.push(...found.rows.map((r) => r.id));
    next = found.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(values.every(({ id }) => seen.includes(id))).toBe(true);
});

describe('whoever is mentioned', () => {
  const choose = (who: Caller, off: string) =>
    owner.query(
      `insert into notice_choice (city, account, kind, channels) values (1, $1, $2, '{}')
       on conflict (city, account, kind) do update set channels = '{}'`,
      [who.account, off],
    );

  test('is told in the words in which they are named, and nobody else is', async () => {
    const matter = await assignOne(pool, staff.office, units[0]!, MONDAY, {});
    await tell();
    const given = { text: '@周文博 请提供苗木清单', mentions: [staff.other.seat] };
    await does(pool, staff.office, matter, 'note', given, later(0, 1));
    await tell();
    expect(await heard(staff.other, matter)).toMatchObject([
      { kind: 'mentioned', why: 'named', said: '@周文博 请提供苗木清单', who: '沈知远' },
    ]);
    for (const third of [staff.head, staff.mayor, staff.administrator]) expect(await kinds(third, matter)).toEqual([]);
  });

  test('as each wants it: who wants no mentions is not told; who wants no instructions is told of being named', async () => {
    await choose(staff.other, 'mentioned');
    await choose(staff.head, 'instructed');
    const matter = await assignOne(pool, staff.office, units[0]!, MONDAY, {});
    await does(pool, staff.desk, matter, 'accept', {}, later(0, 1));
    await tell();
    const mentions = [staff.other.seat, staff.head.seat, staff.desk.seat];
    await does(pool, staff.mayor, matter, 'instruct', { text: '请三位当面商量', mentions }, later(0, 2));
    await tell();
    expect(await kinds(staff.other, matter)).toEqual([]);
    expect(await kinds(staff.head, matter)).toEqual(['mentioned']);
    expect((await kinds(staff.desk, matter)).filter((kind) => kind !== 'assigned')).toEqual(['instructed']);
  });
});
