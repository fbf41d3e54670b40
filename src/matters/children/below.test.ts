import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aStaff, does, type Staff } from '../../../test/support/staff.ts';
import { publishScheme } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import type { BelowPage, MatterView } from '../contract.ts';
import { matterRoutes, publishMechanism } from '../index.ts';
import { countBelow, findBelow } from './below.store.ts';

// A matter divided into more parts than one page holds.

const { pool, owner } = await testDatabase();
const start = new Date('2026-03-02T01:00:00Z');
const system = { city: 1, system: true } as const;
/** A page of them. */
const PAGE = 20;
let now = start;
let staff: Staff;
let web: TestHttp;
let roads: Uuid;
let parent: Uuid;
const later = () => (now = new Date(now.getTime() + 60_000));

/** Of fifty parts the first five are struck off, and two others are for their own units alone. */
const PARTS = 50;
const STRUCK_OFF = 5;
const SECRET = [20, 40];
const dueOf = (n: number): string => `2026-04-${String(1 + ((n * 7) % 28)).padStart(2, '0')}`;

beforeAll(async () => {
  const units = await aCity(pool, 1, ['莲城市发改委', '莲城市交通局'], start);
  roads = units[1]!;
  const file = (name: string) => readFileSync(join(import.meta.dirname, '../../../mechanisms', name), 'utf8');
  await transact(pool, system, async (tx) => {
    const categories = [{ code: '07', parent: null, zh: '营商环境', en: 'Doing business', retired: false }];
    const name = { zh: '诉求分类', en: 'Appeals' };
    await publishScheme(tx, system, { id: uuidv7(start), key: 'appeals', name, categories, seen: 0 }, start);
    await publishMechanism(tx, system, { source: file('task.yaml') }, start);
    await publishMechanism(tx, system, { source: file('appeal.yaml') }, start);
  });
  staff = await aStaff(pool, units, start);
  web = await testHttp(pool, Object.values(staff), { routes: [matterRoutes], now: () => now });
  parent = uuidv7(later());
  const payload = { id: parent, mechanism: 'appeal', given: { text: '厂门口断路' } };
  expect((await web.ask(staff.office, { method: 'POST', url: '/api/matters', payload })).statusCode).toBe(200);
  await does(pool, staff.office, parent, 'classify', { category: '07' }, later());
  await does(pool, staff.office, parent, 'assign', { lead: staff.desk.unit, co: [] }, later());
  await does(pool, staff.desk, parent, 'accept', {}, later());
  for (let n = 0; n < PARTS; n++) {
    const given = { text: `第 ${n} 段`, lead: roads, due: dueOf(n), confidential: SECRET.includes(n) };
    await does(pool, staff.desk, parent, 'divide', given, later());
  }
  for (let n = 0; n < STRUCK_OFF; n++) await strikeOff(await part(n));
}, 120_000);

async function strikeOff(id: Uuid): Promise<void> {
  await does(pool, staff.other, id, 'accept', {}, later());
  await does(pool, staff.other, id, 'answer', { result: '已修好' }, later());
  await does(pool, staff.office, id, 'close', {}, later());
}
async function part(n: number): Promise<Uuid> {
  const { rows } = await owner.query<{ id: Uuid }>(`select id from matter where state::jsonb ->> 'text' = $1`, [
    `第 ${n} 段`,
  ]);
  return rows[0]!.id;
}
const view = async (who: Caller) => (await web.ask(who, { url: `/api/matters/${parent}` })).json<MatterView>();
const more = (who: Caller, after?: string) =>
  web.ask(who, { url: `/api/matters/${parent}/below${after === undefined ? '' : `?after=${after}`}` });

/** What each page says, from the matter's own to the last. */
async function pagesOf(who: Caller): Promise<string[][]> {
  const { rows, next } = (await view(who)).below;
  let page: BelowPage = { rows, next };
  const pages = [];
  for (;;) {
    pages.push(page.rows.map(({ row }) => row.text));
    if (page.next === null) return pages;
    page = (await more(who, page.next)).json<BelowPage>();
  }
}
const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
/** All that are read, but these: the unfinished by their days and then their order, after them what is struck off, the newest first. */
const expected = (hidden: readonly number[]): string[] =>
  [
    ...numbers(STRUCK_OFF, PARTS).toSorted((a, b) => dueOf(a).localeCompare(dueOf(b)) || a - b),
    ...numbers(0, STRUCK_OFF).toReversed(),
  ]
    .filter((n) => !hidden.includes(n))
    .map((n) => `第 ${n} 段`);

test('a matter is sent with the first of its parts and how many there are; the rest comes by key, each once, in one order', async () => {
  const { below } = await view(staff.office);
  expect(below).toMatchObject({ n: PARTS, done: STRUCK_OFF, hidden: 0 });
  expect(below.rows).toHaveLength(PAGE);
  const { row } = await view(staff.office);
  expect([row.below, ...new Set(below.rows.map((one) => one.row.below))]).toEqual([undefined, row.number]);
  const pages = await pagesOf(staff.office);
  expect(pages.map((page) => page.length)).toEqual([PAGE, PAGE, PARTS - 2 * PAGE]);
  expect(pages.flat()).toEqual(expected([]));
  // Asked for without a key it begins at the beginning.
  expect((await more(staff.office)).json()).toEqual({ rows: below.rows, next: below.next });
});

test('what a seat may not read is on no page of it and in no count but that of the hidden', async () => {
  expect((await view(staff.desk)).below).toMatchObject({ n: PARTS - 2, done: STRUCK_OFF, hidden: 2 });
  expect((await pagesOf(staff.desk)).flat()).toEqual(expected(SECRET));
  // The unit of the parts does not read the matter above them, nor therefore what stands below that.
  const { next } = (await view(staff.office)).below;
  for (const after of [undefined, next!]) {
    const refused = await more(staff.other, after);
    expect([refused.statusCode, refused.json()]).toMatchObject([404, { code: 'matter.not-found' }]);
  }
});

test('a key that was not made here is refused', async () => {
  const refused = await more(staff.office, 'bm9uZQ');
  expect([refused.statusCode, refused.json()]).toMatchObject([400, { code: 'matter.cursor-unreadable' }]);
});

test('what is struck off while somebody reads on is not missed', async () => {
  const first = (await view(staff.office)).below;
  const last = expected([]).at(PAGE)!;
  await strikeOff(await part(Number(last.split(' ')[1])));
  const second = (await more(staff.office, first.next!)).json<BelowPage>();
  const third = (await more(staff.office, second.next!)).json<BelowPage>();
  const read = [first, second, third].flatMap(({ rows }) => rows.map(({ row }) => row.text));
  expect(read.toSorted()).toEqual(expected([]).toSorted());
  expect(second.rows[0]?.row.text).not.toBe(last);
  expect((await view(staff.office)).below).toMatchObject({ n: PARTS, done: STRUCK_OFF + 1 });
});

test('parts are found by the matter above them, however many matters the city has', async () => {
  await owner.query(
    `insert into matter select r.* from matter m cross join generate_series(1, 5000) i
        cross join lateral jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'n', 100000 + i,
          'number', '补〔2026〕' || i, 'parent', case when i % 50 = 0 then m.id end)) r
      where m.id = $1`,
    [parent],
  );
  await owner.query('analyze matter');
  const plans: string[] = [];
  await transact(pool, staff.desk, async (tx) => {
    const run: Tx['run'] = async ({ text }, values) => {
      const rows = await tx.run<{ 'QUERY PLAN': string }>({ name: '', text: `explain ${text}` }, values);
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
      return [];
    };
    const asked = { db: tx.db, run };
    await countBelow(asked, 1, parent);
    for (const at of [null, '2026-04-09T10:00:00.000000Z', ''])
      await findBelow(asked, 1, parent, { after: at === null ? null : { at, id: parent }, limit: PAGE });
  });
  expect(plans).toHaveLength(4);
  for (const plan of plans) {
    expect(plan).toMatch(/matter_children/u);
    expect(plan).not.toMatch(/Seq Scan/u);
  }
});
