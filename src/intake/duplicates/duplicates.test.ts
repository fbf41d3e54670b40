import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { anOriginator } from '../../../test/support/callers.ts';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aStaff, does, type Staff } from '../../../test/support/staff.ts';
import { directorySubjects, publishScheme } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import {
  alikeRoutes,
  matterSubject,
  mechanismSubject,
  publishMechanism,
  registerByHand,
  toldSubject,
} from '../../matters/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import type { DuplicateCount, DuplicatePage, ToldPage } from './contract.ts';
import { findDuplicates } from './duplicates.jobs.ts';
import { duplicateRoutes } from './duplicates.routes.ts';
import { exportDuplicates } from './export.jobs.ts';
import { searchDuplicates } from './search.ts';

const { pool, owner } = await testDatabase();
const BEFORE = new Date('2026-03-02T01:00:00Z');
const NOW = new Date('2026-03-16T22:15:00Z');
const system = { city: 1, system: true } as const;
const ROAD = '云岭工业区三号路路面塌陷，货车无法进出，企业交货延误，请尽快修复';
const POWER = '梅园园区变压器老化频繁跳闸，注塑车间停机，请供电公司更换';
const [firm, other] = [anOriginator(), anOriginator()];
const m: Record<'first' | 'second' | 'third' | 'power' | 'again' | 'alone', Uuid> = {} as never;
let staff: Staff;
let web: TestHttp;
let minutes = 0;

const raise = async (text: string, given: object = {}, who = firm): Promise<Uuid> => {
  const at = new Date(BEFORE.getTime() + minutes++ * 60_000);
  const id = uuidv7(at);
  const request = { id, mechanism: 'appeal', given: { text, ...given } };
  await transact(pool, who, (tx) => registerByHand(tx, who, request, at));
  return id;
};

beforeAll(async () => {
  const units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], BEFORE);
  staff = await aStaff(pool, units, BEFORE);
  const categories = [{ code: '07', parent: null, zh: '营商环境', en: 'Doing business', retired: false }];
  const scheme = { key: 'appeals', name: { zh: '诉求分类', en: 'Appeals' }, categories, seen: 0 };
  const source = readFileSync(join(import.meta.dirname, '../../../mechanisms/appeal.yaml'), 'utf8');
  await transact(pool, system, async (tx) => {
    await publishScheme(tx, system, { id: uuidv7(BEFORE), ...scheme }, BEFORE);
    await publishMechanism(tx, system, { source }, BEFORE);
  });
  web = await testHttp(pool, Object.values(staff), { routes: [duplicateRoutes, alikeRoutes], now: () => NOW });
  m.first = await raise(ROAD);
  m.power = await raise(POWER);
  m.second = await raise(`尊敬的领导：您好！${ROAD}。谢谢！`, {}, other);
  m.alone = await raise('希望开通园区到高铁站的夜班公交');
  m.again = await raise(`${POWER}，尽快`, { confidential: true });
  m.third = await raise(ROAD.replace('尽快', '早日'));
});

const read = async (who: keyof Staff = 'office', query = '') =>
  (await web.ask(staff[who], { method: 'GET', url: `/api/duplicates${query}` })).json<DuplicatePage>();
const groups = async (who: keyof Staff = 'office') =>
  (await read(who)).groups.map(({ matters }) => matters.map(({ row }) => row.id));
const post = (who: keyof Staff, url: string, payload: object) =>
  web.ask(staff[who], { method: 'POST', url: `/api/duplicates${url}`, payload });
const search = () => findDuplicates.handle(1, {}, { pool, now: () => NOW });
const tell = (parts: Uuid[][], id = uuidv7(NOW), who: keyof Staff = 'office') => post(who, '/apart', { id, parts });
const back = (told: Uuid, id = uuidv7(NOW)) =>
  post('office', `/apart/${told}/acts`, { id, kind: 'take-back', given: {} });
const counted = async () =>
  (await web.ask(staff.office, { method: 'GET', url: '/api/duplicates/count' })).json<DuplicateCount>().groups;
const code = (answer: { json: () => unknown }) => (answer.json() as { code: string }).code;

describe('what says nearly the same in the whole ledger', () => {
  test('is not there before anybody searched, and says so', async () => {
    expect(await read()).toMatchObject({ mechanism: 'appeal', found: null, groups: [], may: true });
    expect(await counted()).toBe(0);
  });

  test('is found each morning, in groups of open matters of one mechanism, those with the newest first and each the oldest first', async () => {
    await search();
    expect((await read()).found).toEqual({ at: NOW.toISOString(), read: 6, whole: true });
    expect(await groups()).toEqual([
      [m.first, m.second, m.third],
      [m.power, m.again],
    ]);
    expect(await counted()).toBe(2);
  });

  test('comes with what each has in common with the first, and by how many it was raised', async () => {
    const [road, power] = (await read('mayor')).groups;
    expect(road).toMatchObject({ raisers: 2, oneRaiser: false });
    expect(power).toMatchObject({ raisers: 1, oneRaiser: true });
    expect(road!.matters.map(({ shared }) => shared[0])).toEqual([
      undefined,
      expect.stringContaining('云岭工业区三号路'),
      expect.stringContaining('云岭工业区三号路'),
    ]);
    expect(power!.matters[1]!.row.confidential).toBe(true);
  });

  test('is searched anew when asked, and looks the same', async () => {
    const before = await groups();
    expect((await post('office', '', { mechanism: 'appeal' })).json()).toMatchObject({ groups: [{}, {}] });
    expect(await groups()).toEqual(before);
    // One that began before and ends after knows less, and changes nothing.
    await searchDuplicates(pool, 1, 'appeal', BEFORE);
    expect((await read()).found!.at).toBe(NOW.toISOString());
    expect(code(await post('office', '', { mechanism: 'weekly-assignment' }))).toBe('duplicates.no-joining');
  });

  test('is for whoever reads every matter: others are refused, and the rows are kept from them', async () => {
    for (const who of ['desk', 'head', 'administrator'] as const) {
      for (const url of ['', '/count', '/apart?mechanism=appeal'])
        expect((await web.ask(staff[who], { method: 'GET', url: `/api/duplicates${url}` })).statusCode).toBe(403);
      expect((await post(who, '', { mechanism: 'appeal' })).statusCode).toBe(403);
      expect((await tell([[m.power], [m.again]], uuidv7(NOW), who)).statusCode).toBe(403);
      expect((await post(who, '/exports', { id: uuidv7(NOW), format: 'csv', mechanism: 'appeal' })).statusCode).toBe(
        403,
      );
      const rows = await transact(pool, staff[who], async (tx) => [
        ...(await tx.db.selectFrom('duplicate_group').select('newest').execute()),
        ...(await tx.db.selectFrom('duplicate_search').select('mechanism').execute()),
      ]);
      expect(rows).toEqual([]);
    }
  });

  test('tells a mayor why it is not theirs to join or to tell apart', async () => {
    const page = await read('mayor');
    expect(page.may).toBe(false);
    expect(page.groups[0]!.matters[1]!.unable?.code).toBe('matter.not-your-act');
    expect(code(await tell([[m.power], [m.again]], uuidv7(NOW), 'mayor'))).toBe('duplicates.not-yours-to-tell');
  });

  test('what is sealed is in no group, not even as a number, and cannot be told apart from anything', async () => {
    await owner.query('update matter set sealed = true where id = $1', [m.again]);
    try {
      expect(await groups()).toEqual([[m.first, m.second, m.third]]);
      expect(await counted()).toBe(1);
      await search();
      expect((await read()).found!.read).toBe(5);
      expect(await groups()).toEqual([[m.first, m.second, m.third]]);
      expect(code(await tell([[m.power], [m.again]]))).toBe('matter.not-found');
    } finally {
      await owner.query('update matter set sealed = false where id = $1', [m.again]);
      await search();
    }
  });
});

describe('what was joined', () => {
  test('is in no group any more, and what others go on in comes first and is not to be joined itself', async () => {
    const { number } = (await read()).groups[0]!.matters[1]!.row;
    await does(pool, staff.office, m.first, 'join', { into: number }, NOW);
    const [road] = (await read()).groups;
    expect(road!.matters.map(({ row, gathered, unable }) => [row.id, gathered, unable?.code])).toEqual([
      [m.second, 1, 'matter.others-are-joined'],
      [m.third, 0, undefined],
    ]);
    await search();
    expect((await groups())[0]).toEqual([m.second, m.third]);
    await does(pool, staff.office, m.third, 'join', { into: number }, NOW);
    expect(await groups()).toEqual([[m.power, m.again]]);
    expect(await counted()).toBe(1);
  });

  test('comes again once it is parted', async () => {
    const later = new Date(NOW.getTime() + 60_000);
    await does(pool, staff.office, m.third, 'part', { reason: '并错了' }, later);
    expect((await groups())[0]).toEqual([m.second, m.third]);
    await does(pool, staff.office, m.first, 'part', { reason: '并错了' }, later);
    await search();
    expect((await groups())[0]).toEqual([m.first, m.second, m.third]);
  });
});

describe('what was told apart', () => {
  const one = uuidv7(NOW);

  test('is in no group together, at once and after the next search; the others stay', async () => {
    expect((await tell([[m.second], [m.third, m.first]], one)).statusCode).toBe(200);
    for (const searched of [false, true]) {
      if (searched) await search();
      expect((await groups())[0]).toEqual([m.first, m.third]);
    }
    expect(await counted()).toBe(2);
  });

  test('the same sent again does nothing; what was told already, or is named twice, is refused', async () => {
    expect((await tell([[m.first, m.third], [m.second]], one)).statusCode).toBe(200);
    expect(code(await tell([[m.second], [m.third]]))).toBe('duplicates.told-already');
    expect(code(await tell([[m.second], [m.second]]))).toBe('duplicates.named-twice');
    expect(code(await tell([[m.second], [uuidv7(NOW)]]))).toBe('matter.not-found');
    expect((await owner.query('select id from told_apart')).rows).toEqual([{ id: one }]);
  });

  test('is no more shown as like each other on a matter’s page, to whoever reads all', async () => {
    const answer = await web.ask(staff.office, { method: 'GET', url: `/api/matters/${m.second}/alike` });
    expect(answer.json<{ rows: unknown[] }>().rows).toEqual([]);
  });

  test('is listed with who said so and when', async () => {
    const { rows } = (
      await web.ask(staff.office, { method: 'GET', url: '/api/duplicates/apart?mechanism=appeal' })
    ).json<ToldPage>();
    expect(rows).toMatchObject([{ id: one, toldAt: NOW.toISOString(), by: { name: '沈知远' } }]);
    expect(rows[0]!.parts.map((part) => part.map(({ id }) => id).toSorted())).toEqual(
      [[m.first, m.third].toSorted(), [m.second]].toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1)),
    );
  });

  test('is an act of the ledger, which no administrator reads and verify holds against its acts', async () => {
    const entries = await transact(pool, staff.administrator, (tx) =>
      tx.db.selectFrom('entry').select('id').where('id', '=', one).execute(),
    );
    expect(entries).toEqual([]);
    // The people of a test have no acts.
    const register = directorySubjects.filter(({ opens }) => opens !== 'open-person');
    const verify = () =>
      transact(pool, system, (tx) => verifyLedger(tx, 1, [matterSubject, mechanismSubject, toldSubject, ...register]));
    expect((await verify()).fault).toBeNull();
    await owner.query('update told_apart_matter set part = 0 where told = $1', [one]);
    expect((await verify()).fault).toMatchObject({ params: { noun: 'told-apart' } });
    await owner.query('update told_apart_matter set part = 1 where told = $1 and matter = $2', [one, m.second]);
  });

  test('is looked at together again once it is taken back, and that once', async () => {
    const id = uuidv7(NOW);
    expect((await back(one, id)).statusCode).toBe(200);
    expect((await groups())[0]).toEqual([m.first, m.second, m.third]);
    expect((await back(one, id)).statusCode).toBe(200);
    expect(code(await back(one))).toBe('duplicates.taken-back');
    expect(code(await back(uuidv7(NOW)))).toBe('duplicates.no-such-told');
    await search();
    expect((await groups())[0]).toEqual([m.first, m.second, m.third]);
  });

  test('all of a group at once leaves none of it', async () => {
    expect((await tell([[m.first], [m.second], [m.third]])).statusCode).toBe(200);
    expect(await groups()).toEqual([[m.power, m.again]]);
    await search();
    expect(await groups()).toEqual([[m.power, m.again]]);
  });
});

test('all groups are exported, a matter a row, with what they have in common', async () => {
  const id = uuidv7(NOW);
  expect((await post('office', '/exports', { id, format: 'csv', mechanism: 'appeal' })).statusCode).toBe(200);
  await exportDuplicates.handle(1, { transfer: id }, { pool, now: () => NOW });
  const { rows } = await owner.query<{ bytes: Buffer }>('select bytes from transfer_part where transfer = $1', [id]);
  const text = Buffer.concat(rows.map(({ bytes }) => bytes)).toString();
  expect(text).toContain(POWER);
  expect(text).toMatch(/与本组第一件都有/u);
  expect(text).not.toContain('云岭');
});
