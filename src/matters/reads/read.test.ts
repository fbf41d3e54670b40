import { beforeAll, describe, expect, test } from 'vitest';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aStaff, assignOne, does, type Staff } from '../../../test/support/staff.ts';
import { changeSeat } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import { matterRoutes, readRoutes } from '../index.ts';
import { readMatter, viewReaders } from './read.acts.ts';
import type { Readers } from './read.contract.ts';

const { pool, owner } = await testDatabase();
const MONDAY = new Date('2026-03-16T01:30:00Z');
const later = (minutes: number): Date => new Date(MONDAY.getTime() + minutes * 60_000);
let now = MONDAY;
let units: Uuid[];
let staff: Staff;
let web: TestHttp;

beforeAll(async () => {
  units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], MONDAY);
  staff = await aStaff(pool, units, MONDAY);
  web = await testHttp(pool, Object.values(staff), { routes: [matterRoutes, readRoutes], now: () => now });
});

const reads = (matter: Uuid) => `/api/matters/${matter}/reads`;
const seen = async (who: Caller, matter: Uuid): Promise<Readers> =>
  (await web.ask(who, { method: 'GET', url: reads(matter) })).json();
const read = (who: Caller, matter: Uuid, upTo: number) =>
  web.ask(who, { method: 'POST', url: reads(matter), payload: { upTo } });
const lines = ({ rows }: Readers) => rows.map(({ who, upTo }) => [who, upTo]);

describe('who has read a matter', () => {
  test('is told by name and up to which act, the latest first; each counts once, and never goes back', async () => {
    const matter = await assignOne(pool, staff.office, units[0]!, MONDAY);
    await read(staff.desk, matter, 2);
    now = later(1);
    await read(staff.office, matter, 2);
    now = later(2);
    await does(pool, staff.desk, matter, 'accept', {}, now);
    await read(staff.desk, matter, 3);
    await read(staff.desk, matter, 1);
    const readers = await seen(staff.head, matter);
    expect(readers).toMatchObject({ count: 2, mine: 0 });
    expect(lines(readers)).toEqual([
      ['林一帆', 3],
      ['沈知远', 2],
    ]);
    expect(readers.rows[0]!.at).toBe(later(2).toISOString());
  });

  test('is not noted by whoever only asks for it, nor further than the matter is', async () => {
    const matter = await assignOne(pool, staff.office, units[0]!, MONDAY);
    await web.ask(staff.desk, { method: 'GET', url: `/api/matters/${matter}` });
    expect(await seen(staff.desk, matter)).toMatchObject({ count: 1, mine: 0, rows: [{ seat: staff.office.seat }] });
    const answer = await read(staff.desk, matter, 4000);
    expect(answer.json<Readers>()).toMatchObject({ mine: 2, rows: [{ seat: staff.desk.seat, upTo: 2 }, {}] });
  });

  test('tells the office, and nobody else, of which units nobody has opened it, until it is struck off', async () => {
    const matter = await assignOne(pool, staff.office, units[0]!, MONDAY);
    await does(pool, staff.office, matter, 'assign', { lead: units[0]!, co: [units[1]!] }, now);
    expect((await seen(staff.office, matter)).unseen).toEqual([units[0], units[1]]);
    await read(staff.office, matter, 3);
    await read(staff.other, matter, 3);
    expect((await seen(staff.mayor, matter)).unseen).toEqual([units[0]]);
    expect((await seen(staff.other, matter)).unseen).toEqual([]);
    await owner.query(`update matter set phase = 'closed' where id = $1`, [matter]);
    expect((await seen(staff.office, matter)).unseen).toEqual([]);
  });

  test('counts whoever acted, up to their act, though they never opened it: they did it from a list', async () => {
    const matter = await assignOne(pool, staff.office, units[0]!, MONDAY);
    expect(lines(await seen(staff.office, matter))).toEqual([['沈知远', 2]]);
    expect((await seen(staff.office, matter)).unseen).toEqual([units[0]]);
    await does(pool, staff.desk, matter, 'accept', {}, later(5));
    const readers = await seen(staff.office, matter);
    expect(readers).toMatchObject({ count: 2, unseen: [], mine: 2 });
    expect(lines(readers)).toEqual([
      ['林一帆', 3],
      ['沈知远', 2],
    ]);
    expect(readers.rows[0]!.at).toBe(later(5).toISOString());
    expect((await seen(staff.desk, matter)).mine).toBe(3);
  });

  test('stays with the person when the seat passes to another, who has read nothing yet', async () => {
    const matter = await assignOne(pool, staff.office, units[1]!, MONDAY);
    await read(staff.other, matter, 2);
    const system = { city: 1, system: true } as const;
    const handed = { id: uuidv7(later(60)), kind: 'hand-over', given: { account: staff.desk.account } } as const;
    await transact(pool, system, (tx) => changeSeat(tx, system, staff.other.seat, handed, later(60)));
    const heir = { ...staff.other, account: staff.desk.account };
    const asHeir = <T>(work: (tx: Tx) => Promise<T>) => transact(pool, heir, work);
    expect(await asHeir((tx) => viewReaders(tx, heir, matter))).toMatchObject({ count: 2, mine: 0 });
    const readers = await asHeir((tx) => readMatter(tx, heir, matter, { upTo: 2 }, later(90)));
    expect(lines(readers)).toEqual([
      ['林一帆', 2],
      ['周文博', 2],
      ['沈知远', 2],
    ]);
  });
});

describe('behind the policy, row-level security', () => {
  let secret: Uuid;
  beforeAll(async () => {
    secret = await assignOne(pool, staff.office, units[0]!, MONDAY, { confidential: true });
    await read(staff.desk, secret, 2);
  });
  const as = (who: Caller, text: string, values: unknown[]) =>
    transact(pool, who, (tx) => tx.run({ name: `reads.test-${text.slice(0, 40)}`, text }, values));
  const insert = `insert into matter_read (city, matter, seat, account, seq, at) values (1, $1, $2, $3, 1, now())`;

  test('a unit without a part in a confidential matter neither asks nor notes, and no query shows it who did', async () => {
    expect((await web.ask(staff.other, { method: 'GET', url: reads(secret) })).statusCode).toBe(404);
    expect((await read(staff.other, secret, 2)).statusCode).toBe(404);
    expect(await as(staff.other, 'select from matter_read where matter = $1', [secret])).toEqual([]);
    await expect(as(staff.other, insert, [secret, staff.other.seat, staff.other.account])).rejects.toThrow(
      /row-level security/u,
    );
  });

  test('nobody notes for another, and nobody takes back that they read', async () => {
    await expect(as(staff.head, insert, [secret, staff.desk.seat, staff.desk.account])).rejects.toThrow(
      /row-level security/u,
    );
    await as(staff.head, 'update matter_read set seq = 1 where matter = $1', [secret]);
    expect(lines(await seen(staff.office, secret))).toEqual([
      ['林一帆', 2],
      ['沈知远', 2],
    ]);
    await expect(as(staff.desk, 'delete from matter_read where matter = $1', [secret])).rejects.toThrow(/permission/u);
  });
});
