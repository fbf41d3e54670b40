import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { addUnits, directorySubjects } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import {
  act,
  catalogueRoutes,
  findItems,
  matterRoutes,
  matterSubject,
  mechanismSubject,
  publishMechanism,
} from '../../matters/index.ts';
import type { Matrix } from '../../matters/catalogues/matrix.contract.ts';
import type { MatterView } from '../../matters/contract.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { tablesOfFile } from '../sheets/readFile.ts';
import { editionRoutes } from '../index.ts';
import type { EditionEntry, EditionLine } from './edition.contract.ts';

const { pool, owner } = await testDatabase();
const NOW = new Date('2026-03-02T01:00:00Z');
const system = { city: 1, system: true } as const;
const units: readonly { id: Uuid; name: string }[] = ['市商务局', '市税务局', '东湖区人民政府'].map((name) => ({
  id: uuidv7(NOW),
  name,
}));
const [trade, tax, lake] = units.map(({ id }) => id) as [Uuid, Uuid, Uuid];
const office = aCaller({ role: 'supervisor', unit: null });
const trader = aCaller({ role: 'handler', unit: trade });
const list = { mechanism: 'replication', catalogue: '省自贸试验区经验复制推广清单' };
let app: TestHttp;
let now = NOW;

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values (1, '莲城市')`);
  const file = (name: string) => readFileSync(join(import.meta.dirname, '../../../mechanisms', name), 'utf8');
  await transact(pool, system, async (tx) => {
    await addUnits(
      tx,
      system,
      units.map((unit) => ({ ...unit, kind: 'department' as const })),
      NOW,
    );
    for (const name of ['replication-part.yaml', 'replication.yaml'])
      await publishMechanism(tx, system, { source: file(name) }, NOW);
  });
  app = await testHttp(pool, [office, trader], {
    routes: [catalogueRoutes, editionRoutes, matterRoutes],
    now: () => now,
  });
});

const post = async (path: string, payload: object | Buffer, who: Caller = office) =>
  app.ask(who, {
    method: 'POST',
    url: `/api/catalogues/editions/${path}`,
    payload,
    ...(Buffer.isBuffer(payload) ? { headers: { 'content-type': 'application/octet-stream' } } : {}),
  });
const get = (path: string, who: Caller = office) => app.ask(who, { method: 'GET', url: path });
const query = new URLSearchParams(list).toString();
const matrix = async (who?: Caller): Promise<Matrix> => (await get(`/api/catalogues/matrix?${query}`, who)).json();
const matter = async (id: Uuid, who?: Caller): Promise<MatterView> => (await get(`/api/matters/${id}`, who)).json();
const HEADS = '序号,改革试点经验,所属领域,佐证材料,责任单位';
const FIRST = `${HEADS}\n1,企业开办一窗通办,政府职能,窗口照片,各单位\n2,出口退税无纸化,贸易便利,办结清单,"商务局、税务局"\n10,船舶证书三合一,贸易便利,,东湖区\n`;
const SECOND = `${HEADS}\n1,企业开办一件事通办,政府职能,窗口照片和办件清单,各单位\n2,出口退税无纸化,贸易便利,办结清单,"商务局、税务局"\n11,信用修复一口受理,事中事后监管,,商务局\n`;

async function compared(csv: string, edition: string): Promise<EditionEntry[]> {
  const { lines } = (await post('read', Buffer.from(csv))).json() as { lines: EditionLine[] };
  return (await post('compare', { ...list, edition, units: units.map(({ id }) => id), lines })).json().entries;
}
/** Brings an edition in as the page does: item by item, what is the same left out. */
async function bring(csv: string, edition: string): Promise<unknown[]> {
  const entries = (await compared(csv, edition)).filter(({ state }) => state !== 'same' && state !== 'fault');
  const done: unknown[] = [];
  for (const { state, item, text, area, wanted, due, units: given } of entries) {
    const body = {
      ...list,
      id: uuidv7(now),
      edition,
      item,
      drop: state === 'dropped',
      text,
      area,
      wanted,
      due,
      units: given,
    };
    const { registered, revised, divided } = (await post('entries', body)).json();
    done.push([item, registered, revised, divided]);
  }
  return done;
}

test('a list is brought in item by item, and each is divided among its units: a matrix in the order of numbers', async () => {
  expect(await compared(FIRST, '第一批')).toMatchObject([
    { state: 'new', item: '1', units: [trade, tax, lake] },
    { state: 'new', item: '2', units: [trade, tax] },
    { state: 'new', item: '10', units: [lake] },
  ]);
  expect((await matrix()).items).toEqual([]);
  expect(await bring(FIRST, '第一批')).toEqual([
    ['1', true, 0, 3],
    ['2', true, 0, 2],
    ['10', true, 0, 1],
  ]);
  const { items, units: columns } = await matrix();
  expect(items.map(({ item, cells }) => [item, cells.length])).toEqual([
    ['1', 3],
    ['2', 2],
    ['10', 1],
  ]);
  expect([...columns].toSorted()).toEqual([trade, tax, lake].toSorted());
  const part = items[0]!.cells.find(({ unit }) => unit === trade)!;
  expect(await matter(part.id, trader)).toMatchObject({
    wanted: '窗口照片',
    parent: { number: items[0]!.number, readable: true },
    row: { text: '企业开办一窗通办', lead: trade },
  });
});

test('the city’s lists are told, and which matters may be items of one', async () => {
  expect((await get('/api/catalogues')).json()).toMatchObject({
    rows: [{ ...list, items: 3 }],
    kinds: [{ key: 'replication', name: { zh: '复制推广事项' } }],
  });
});

test('the same list again is no change, also where the line was cut after the item and before its units', async () => {
  expect(await bring(FIRST, '第一批')).toEqual([]);
  const entry = { ...list, edition: '第一批', item: '1', drop: false, area: null, wanted: null, due: null };
  const again = { ...entry, id: uuidv7(now), text: '企业开办一窗通办', units: [trade, tax] };
  expect((await post('entries', again)).json()).toMatchObject({ registered: false, revised: 0, divided: 0 });
});

test('two who bring a new item in at once register it once', async () => {
  const other = {
    ...list,
    catalogue: '另一张清单',
    edition: '一',
    item: '7',
    drop: false,
    text: '跨境电商',
    area: null,
  };
  const bodies = [0, 1, 2].map(() => ({ ...other, id: uuidv7(now), wanted: null, due: null, units: [] }));
  const done = await Promise.all(bodies.map((body) => post('entries', body).then((answer) => answer.json())));
  expect(done.filter(({ registered }) => registered)).toHaveLength(1);
  expect(new Set(done.map(({ matter: id }) => id)).size).toBe(1);
  await expect(
    owner.query(`update matter set item = '1' where catalogue = $1 and item = '2'`, [list.catalogue]),
  ).rejects.toMatchObject({ code: '23505' });
});

test('the next edition: changed words are told and reach the open parts, what is gone is kept and marked, all of it by acts', async () => {
  const before = await matrix();
  const done = before.items[0]!.cells.find(({ unit }) => unit === trade)!;
  now = new Date('2026-03-10T01:00:00Z');
  const does = (who: Caller, kind: 'accept' | 'waive' | 'exempt', given = {}) =>
    act(pool, who, done.id, { id: uuidv7(now), kind, given }, now);
  await does(trader, 'waive', { reason: '商务局不办企业开办' });
  expect((await matrix()).items[0]!.cells.find(({ unit }) => unit === trade)).toMatchObject({ standing: 'claimed' });
  await does(office, 'exempt');
  now = new Date('2026-04-01T01:00:00Z');
  expect(await compared(SECOND, '第二批')).toMatchObject([
    {
      state: 'changed',
      item: '1',
      changes: [
        { of: 'text', from: '企业开办一窗通办', to: '企业开办一件事通办' },
        { of: 'wanted', from: '窗口照片', to: '窗口照片和办件清单' },
      ],
    },
    { state: 'same', item: '2' },
    { state: 'new', item: '11' },
    { state: 'dropped', item: '10', n: null },
  ]);
  // The item, and two of its three parts: the third is over and stays as it was decided.
  expect(await bring(SECOND, '第二批')).toEqual([
    ['1', false, 3, 0],
    ['11', true, 0, 1],
    // The item, and the part of it that is open: its unit is told.
    ['10', false, 2, 0],
  ]);
  const { items } = await matrix();
  expect(items.map(({ item, edition, dropped }) => [item, edition, dropped])).toEqual([
    ['1', '第二批', null],
    ['2', '第一批', null],
    ['10', '第一批', '第二批'],
    ['11', '第二批', null],
  ]);
  expect(items[2]!.cells).toHaveLength(1);
  expect(items[0]!.cells.map(({ standing }) => standing).toSorted()).toEqual(['exempt', 'given', 'given']);
  const story = (await matter(items[0]!.id)).story;
  expect(story.at(-1)).toMatchObject({
    kind: 'revise',
    changes: [
      { of: 'text', from: '企业开办一窗通办', to: '企业开办一件事通办' },
      { of: 'wanted', from: '窗口照片', to: '窗口照片和办件清单' },
    ],
  });
  const texts = await Promise.all(
    items[0]!.cells.map(async ({ id, unit }) => [unit, (await matter(id)).row.text] as const),
  );
  expect(new Map(texts)).toEqual(
    new Map([
      [trade, '企业开办一窗通办'],
      [tax, '企业开办一件事通办'],
      [lake, '企业开办一件事通办'],
    ]),
  );
  const gone = items[2]!.cells[0]!;
  expect(await matter(gone.id)).toMatchObject({ unlisted: '第二批', waiver: null });
  const code = (kind: 'slip' | 'exempt', given = {}) =>
    act(pool, office, gone.id, { id: uuidv7(now), kind, given }, now).then(
      () => 'done',
      (error: { problem?: { code: string } }) => error.problem?.code,
    );
  expect(await code('slip', { color: 'yellow' }), 'nothing presses on what is listed no more').toBe(
    'matter.unlisted-is-not-pressed',
  );
  expect(await code('exempt')).toBe('matter.exempt-unexplained');
  expect(await code('exempt', { note: '省里已经停止推广' })).toBe('done');
  expect(await matter(gone.id)).toMatchObject({ waiver: { reason: '省里已经停止推广', granted: true } });
  expect(
    await transact(pool, system, (tx) => verifyLedger(tx, 1, [matterSubject, mechanismSubject, ...directorySubjects])),
  ).toMatchObject({ fault: null });
});

test('the matrix leaves as a workbook: a column for each unit, both sides counted up', async () => {
  const answer = await get(`/api/catalogues/table?${query}`);
  const { sheets } = await tablesOfFile(answer.rawPayload, '清单.xlsx');
  const rows = sheets.at(-1)!.rows.map(({ cells }) => cells);
  expect(rows[0]!.slice(0, 4)).toEqual(['编号', '改革经验', '领域', '清单版本']);
  expect(rows[0]).toEqual(
    expect.arrayContaining(['市商务局', '市税务局', '东湖区人民政府', '已销号', '不适用', '合计']),
  );
  expect(rows.find(([item]) => item === '10')).toContain('第二批不再列入');
  expect(rows[1]!.slice(-3)).toEqual(['0', '1', '3']);
});

test('who may not register items brings none in, and is told so', async () => {
  const body = { ...list, edition: '一', units: [], lines: [] };
  expect((await post('compare', body, trader)).json()).toMatchObject({ code: 'matter.not-your-act' });
  expect((await post('read', Buffer.from('姓名,年龄\n甲,3\n'))).json()).toMatchObject({ code: 'catalogues.no-items' });
});

test('a list among many matters is found by its index, and what stands below by its own; no table is read through', async () => {
  await owner.query(`
    insert into matter (city, id, mechanism, version, number, n, stage, phase, units, open_to_city, due_at, todo_at, updated_at, seq, hash,
      state, registered_at)
    select 1, gen_random_uuid(), 'replication', 1, 'x' || n, n, 'going', 'working', '{}', true, 'infinity', 'infinity', now(), 1, '', '{}', now()
    from generate_series(1, 20000) n`);
  await owner.query('analyze matter');
  const client = await owner.connect();
  const plans: string[] = [];
  client.on('notice', ({ message }) => plans.push(message ?? ''));
  try {
    await client.query(`load 'auto_explain'; set auto_explain.log_min_duration = 0; set client_min_messages = log`);
    const tx = { run: async (q: { text: string }, values: unknown[]) => (await client.query(q.text, values)).rows };
    expect(await findItems(tx as never, 1, list.mechanism, list.catalogue)).toHaveLength(4);
  } finally {
    client.release(true);
  }
  const plan = plans.join('\n');
  expect(plan).toMatch(/Index Scan using matter_catalogue/u);
  expect(plan).toMatch(/matter_children/u);
  expect(plan).not.toMatch(/Seq Scan/u);
});
