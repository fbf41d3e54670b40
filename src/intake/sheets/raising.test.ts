import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import {
  addEnterpriseContact,
  addEnterprises,
  addUnits,
  directorySubjects,
  findCaller,
  findOriginator,
  findReaches,
  openPerson,
  openSeat,
  publishScheme,
} from '../../directory/index.ts';
import { uuidv7 } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import { findMatters, matterSubject, mechanismSubject, publishMechanism } from '../../matters/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { migrateJobs } from '../../platform/jobs/index.ts';
import { beginRows, openSheet, viewRows } from './import.acts.ts';
import { importMatters } from './import.jobs.ts';
import { tablesOfFile } from './readFile.ts';

const { pool, owner, url } = await testDatabase();
const [city, system] = [1, { city: 1, system: true } as const];
const now = new Date('2026-03-16T02:00:00.000Z');
const CODE = '914403001922038216';
const [account, seat, enterprise] = [uuidv7(now), uuidv7(now), uuidv7(now)];
const CATEGORIES = [
  { code: '01', parent: null, zh: '公用事业' },
  { code: '0101', parent: '01', zh: '供水' },
  { code: '0501', parent: '01', zh: '供热' },
  { code: '0702', parent: null, zh: '欠薪' },
  { code: '0703', parent: null, zh: '惠企政策' },
].map((one) => ({ ...one, en: null, retired: false }));

beforeAll(async () => {
  await migrateJobs(url);
  await owner.query(`insert into city (city, name) values (1, '莲城市')`);
  await publishing(CATEGORIES, 0);
  await transact(pool, system, async (tx) => {
    const office = uuidv7(now);
    await addUnits(tx, system, [{ id: office, name: '莲城市政府督查室', kind: 'office' }], now);
    await openPerson(
      tx,
      system,
      { id: account, login: 'shen', name: '沈知远', seat: null, password: 'never-typed' },
      now,
    );
    await openSeat(tx, system, { id: seat, account, unit: office, role: 'supervisor', title: '督查室' }, now);
    const source = readFileSync(join(import.meta.dirname, '../../../mechanisms/appeal.yaml'), 'utf8');
    await publishMechanism(tx, system, { source }, now);
    await addEnterprises(tx, system, [{ id: enterprise, code: CODE, name: '莲城面包房' }], now);
    await addEnterpriseContact(tx, system, { id: uuidv7(now), enterprise, contact: '13812345678' }, now);
  });
});

const publishing = (categories: typeof CATEGORIES, seen: number): Promise<unknown> => {
  const name = { zh: '企业诉求分类', en: 'Appeals' };
  return transact(pool, system, (tx) =>
    publishScheme(tx, system, { id: uuidv7(now), key: 'appeals', name, categories, seen }, now),
  );
};

const FILE = [
  '诉求内容,信用代码,联系电话,地点,诉求类别,不公开,渠道',
  `车间停水两天,${CODE},,清河县工业路 8 号,供水,,`,
  '冬天暖气不热,莲城面包房,13900001111,,0501,,商会',
  '被拖欠工资三个月,,13900002222,,,是,圆桌会',
  '路灯不亮,,13900003333,,欠薪,,',
].join('\n');

test('each row of a table is registered for whoever raises it, by the way of the table; one that is refused says why; the same file twice is one', async () => {
  const caller = (await findCaller(pool, city, account, seat, now))!;
  const file = { name: '座谈会诉求.csv', bytes: Buffer.from(FILE), workbook: await tablesOfFile(Buffer.from(FILE)) };
  const open = () => transact(pool, caller, (tx) => openSheet(tx, caller, file, 'zh', now));
  const { id } = await open();
  expect(await open()).toEqual({ id, known: true });
  const begun = { mechanism: 'appeal', chosen: 4, channel: 'visit' };
  await transact(pool, caller, (tx) => beginRows(tx, caller, id, begun, now));
  // A category that was there when the rows were looked over, and is no more.
  const categories = CATEGORIES.map((one) => ({ ...one, retired: one.code === '0702' }));
  await publishing(categories, 1);
  const work = () => importMatters.handle(city, { transfer: id }, { pool, now: () => now });
  await work();
  await work();
  const { rows } = await transact(pool, caller, (tx) => viewRows(tx, caller, id, {}, 'zh'));
  expect(rows.map(({ state }) => state)).toEqual(['imported', 'imported', 'imported', 'refused']);
  expect(rows[3]!.issues.at(-1)!.detail).toContain('欠薪');
  const ids = rows.flatMap(({ matter }) => matter ?? []);
  const states = await transact(pool, system, (tx) => findMatters(tx, city, ids));
  const [itself, other, person] = ids.map((one) => states.get(one)!);
  expect(itself).toMatchObject({ channel: 'visit', place: { text: '清河县工业路 8 号' }, wish: '0101' });
  expect([other!.wish, person!.confidential]).toEqual(['0501', true]);
  expect([other!.channel, person!.channel]).toEqual(['chamber', 'round-table']);
  await publishing(CATEGORIES, 2);
  const raisers = await transact(pool, system, async (tx) =>
    Promise.all(
      [itself, other, person].map(async (state) => ({
        who: await findOriginator(tx, city, state!.originators[0]!.id),
        reached: (await findReaches(tx, city, [state!.originators[0]!.id])).map(({ plain }) => plain.text),
      })),
    ),
  );
  expect(raisers).toMatchObject([
    { who: { enterprise, proven: true }, reached: ['13812345678'] },
    { who: { enterprise, proven: false }, reached: ['13900001111'] },
    { who: { kind: 'person' }, reached: ['13900002222'] },
  ]);
  // What was refused has left nobody behind.
  expect((await owner.query('select count(*)::int as n from originator')).rows[0].n).toBe(3);
  const subjects = [matterSubject, mechanismSubject, ...directorySubjects];
  expect(await transact(pool, system, (tx) => verifyLedger(tx, city, subjects))).toMatchObject({ fault: null });
});

test('what is to be chosen and is none of what there is, is to be mended before anything is registered, with what is near to it', async () => {
  const caller = (await findCaller(pool, city, account, seat, now))!;
  const rows = [
    ['9999', ''],
    ['供气', ''],
    ['0101', '鸽子'],
    ['供水', '来电'],
  ];
  const text = [
    '诉求内容,联系电话,诉求类别,受理渠道',
    ...rows.map(([category, channel], n) => `第${n}件事，车间停产,1390000222${n},${category},${channel}`),
  ].join('\n');
  const file = { name: '诉求.csv', bytes: Buffer.from(text), workbook: await tablesOfFile(Buffer.from(text)) };
  const { id } = await transact(pool, caller, (tx) => openSheet(tx, caller, file, 'zh', now));
  const judged = (await transact(pool, caller, (tx) => viewRows(tx, caller, id, {}, 'zh'))).rows;
  expect(judged.map(({ state }) => state)).toEqual(['fault', 'fault', 'fault', 'ready']);
  expect(judged[0]!.issues[0]).toMatchObject({ field: 'category', level: 'fault' });
  expect(judged[0]!.issues[0]!.detail).toMatch(/没有“9999”.*公用事业（01）/u);
  expect(judged[1]!.issues[0]!.detail).toMatch(/相近的有：供(?:水（0101）|热（0501）)、供/u);
  expect(judged[2]!.issues[0]).toMatchObject({
    field: 'channel',
    detail: expect.stringMatching(/没有“鸽子”.*电话、来访/u),
  });
  await expect(
    transact(pool, caller, (tx) => beginRows(tx, caller, id, { mechanism: 'appeal', chosen: 4 }, now)),
  ).rejects.toMatchObject({ problem: { code: 'sheet.other-rows' } });
});
