import { beforeAll, expect, test } from 'vitest';
import { build } from '../../src/app/demo/projects/building.ts';
import { settle } from '../../src/app/demo/people.ts';
import { CITY } from '../../src/app/demo/city.ts';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '../../src/kernel/index.ts';
import { verifyLedger } from '../../src/ledger/index.ts';
import { act, mechanismSubject, matterSubject, publishMechanism, worksRoutes } from '../../src/matters/index.ts';
import type { SitesPage, WorkRow, WorksSums, WorksView } from '../../src/matters/works/works.contract.ts';
import { diskFiles } from '../../src/platform/files/index.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { directorySubjects } from '../../src/directory/index.ts';
import { testDatabase } from '../support/database.ts';
import { testHttp, type TestHttp } from '../support/http.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';

const { pool } = await testDatabase();
const now = new Date('2026-04-20T02:00:00Z');
const system = { city: CITY, system: true } as const;
let web: TestHttp;
let office: Caller;
let handler: Caller;

beforeAll(async () => {
  const people = await settle(pool, new Date('2026-01-05T01:00:00Z'));
  for (const key of ['project', 'defect']) {
    const source = readFileSync(`mechanisms/${key}.yaml`, 'utf8');
    await transact(pool, system, (tx) => publishMechanism(tx, system, { source }, new Date('2026-01-05T01:00:00Z')));
  }
  const files = diskFiles(mkdtempSync(join(tmpdir(), 'huiyin-projects-')));
  await build({ pool, files, people }, now);
  office = people.supervisor;
  handler = people.handlers.get('donghu')!;
  web = await testHttp(pool, [office, handler], { routes: [worksRoutes], now: () => now });
});
const works = async (who: Caller, query = '') => (await web.ask(who, { url: `/api/works${query}` })).json<WorksView>();
const summed = async (query = '', who = office) =>
  (await web.ask(who, { url: `/api/works/sums${query}` })).json<WorksSums>();

test('six categories, 62 projects, and quantities that add up to the digit', async () => {
  const [{ rows, next }, { sums, areas }] = await Promise.all([works(office), summed()]);
  expect(areas).toHaveLength(6);
  expect(areas.reduce((n, { matters }) => n + matters, 0)).toBe(62);
  expect([rows.length, next]).toEqual([62, null]);
  expect(sums.map(({ target, promised, in: unit }) => [target, promised, unit])).toEqual([
    ['green-area', '861.47', '亩'],
    ['greenway', '18.85', '公里'],
    ['vertical', '10', '公里'],
  ]);
});

test('the sums are those of the projects behind them, and what was not read is counted as that', async () => {
  const [{ rows }, { sums }] = await Promise.all([works(office), summed()]);
  for (const sum of sums) {
    const own = rows.flatMap(({ targets }) => targets.rows.filter(({ target }) => target === sum.target));
    expect(sum.matters).toBe(own.length);
    expect(sum.unread).toBe(own.filter(({ standing }) => standing === null).length);
    const read = own.reduce((n, { readings }) => n + Math.round(Number(readings.at(-1)?.value ?? 0) * 1e6), 0);
    expect(Math.round(Number(sum.measured) * 1e6)).toBe(read);
  }
  expect(sums.some(({ unread }) => unread > 0)).toBe(true);
});

test('each site counts at most its target, so that one absurd reading hides nobody; what is above stands apart', async () => {
  const { rows } = await works(office);
  const of = (sums: WorksSums['sums'], target: string) => {
    const { measured, beyond } = sums.find((sum) => sum.target === target)!;
    return { measured: Number(measured), beyond: Number(beyond) };
  };
  const site = rows.find(({ targets }) => targets.rows.some(({ standing }) => standing?.short))!;
  const { target, quantity, readings } = site.targets.rows.find(({ standing }) => standing?.short)!;
  const { value } = readings.at(-1)!;
  const put = (read: string) =>
    transact(pool, system, (tx) =>
      tx.db
        .updateTable('matter_target')
        .set({ value: read })
        .where('matter', '=', site.id)
        .where('target', '=', target)
        .where('value', '=', value)
        .execute(),
    );
  const before = of((await summed()).sums, target);
  expect(before.beyond).toBe(0);
  await put('99999999');
  const { sums, areas } = await summed();
  const back = () =>
    transact(pool, system, (tx) =>
      tx.db.updateTable('matter_target').set({ value }).where('value', '=', '99999999').execute(),
    );
  await back();
  for (const after of [of(sums, target), of(areas.find(({ area }) => area === site.area)!.sums, target)])
    expect(after.beyond).toBeCloseTo(99_999_999 - Number(quantity), 6);
  expect(of(sums, target).measured).toBeCloseTo(before.measured + Number(quantity) - Number(value), 6);
});

test('as of an earlier day the sums are what they were then', async () => {
  const [then, today] = [await summed('?asOf=2026-03-10'), await summed()];
  expect(then.sums[0]!.promised).toBe('861.47');
  expect(Number(then.sums[0]!.measured)).toBeGreaterThan(0);
  expect(Number(then.sums[0]!.measured)).toBeLessThan(Number(today.sums[0]!.measured));
  const before = await summed('?asOf=2026-01-31');
  expect(before.sums).toEqual([]);
});

test('sites come page by page, each once, the newest first; of one category likewise', async () => {
  const walk = async (of: string): Promise<WorkRow[]> => {
    const rows: WorkRow[] = [];
    for (let after = ''; ;) {
      const url = `/api/works/sites?mechanism=project&limit=7${of}${after}`;
      const page = (await web.ask(office, { url })).json<SitesPage>();
      rows.push(...page.rows);
      if (page.next === null) return rows;
      after = `&after=${page.next}`;
    }
  };
  const [{ rows }, { areas }] = await Promise.all([works(office), summed()]);
  const ids = rows.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted().reverse());
  expect((await walk('')).map(({ id }) => id)).toEqual(ids);
  const { area, matters } = areas[1]!;
  const some = await walk(`&area=${encodeURIComponent(area!)}`);
  expect([some.length, new Set(some.map((row) => row.area))]).toEqual([matters, new Set([area])]);
  expect(await walk('&area=')).toEqual([]);
});

test('whoever builds has their own before all others, however many newer ones there are', async () => {
  const { rows, next } = await works(handler, '?limit=5');
  expect(next).not.toBeNull();
  expect(rows.slice(0, 3).map(({ lead }) => lead)).toEqual([handler.unit, handler.unit, handler.unit]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test('whoever builds may measure its own and inspect nothing', async () => {
  const { rows } = await works(handler);
  const own = rows.filter(({ lead }) => lead === handler.unit);
  expect(own.length).toBeGreaterThan(3);
  expect(own.some(({ may }) => may.measure)).toBe(true);
  expect(rows.some(({ may, lead }) => may.inspect || (may.measure && lead !== handler.unit))).toBe(false);
});

test('a project is summed in the area where it is now, and a confidential one there for those alone who may read it', async () => {
  const [{ rows }, { areas }] = await Promise.all([works(office), summed()]);
  const [from, to] = [areas[0]!, areas[1]!];
  const { id } = rows.find(({ area, lead }) => area === from.area && lead !== handler.unit)!;
  const correct = (given: Record<string, unknown>) =>
    act(pool, office, id, { id: uuidv7(now), kind: 'correct', given }, now);
  const counted = async (who: Caller) =>
    Object.fromEntries((await summed('', who)).areas.map(({ area, matters }) => [area ?? '', matters]));
  const beside = async () =>
    (
      await transact(pool, system, (tx) =>
        tx.db.selectFrom('matter_target').select('area').where('matter', '=', id).execute(),
      )
    ).map(({ area }) => area);

  await correct({ area: to.area, reason: '归错片区' });
  expect(await counted(handler)).toMatchObject({ [from.area!]: from.matters - 1, [to.area!]: to.matters + 1 });
  expect(new Set(await beside())).toEqual(new Set([to.area]));

  await correct({ confidential: true, reason: '涉密' });
  expect(await counted(office)).toMatchObject({ [to.area!]: to.matters + 1 });
  expect(await counted(handler)).toMatchObject({ [to.area!]: to.matters, '': 1 });
  expect(new Set(await beside())).toEqual(new Set([null]));
});

test('the tables are made anew from the acts; a sum changed behind them is found', async () => {
  const subjects = [matterSubject, mechanismSubject, ...directorySubjects];
  const verify = () => transact(pool, system, (tx) => verifyLedger(tx, CITY, subjects));
  expect(await verify()).toMatchObject({ fault: null });
  const differs = { code: 'matter.verify-projection-differs', params: { table: 'targets' } };
  const change = (to: { quantity: string } | { area: string }) =>
    transact(pool, system, (tx) => tx.db.updateTable('matter_target').set(to).where('open', '=', true).execute());
  await change({ area: '别处' });
  expect((await verify()).fault).toMatchObject(differs);
  await change({ quantity: '1' });
  expect((await verify()).fault).toMatchObject(differs);
});

test('where the city has map tiles the page is told so, and may show them from there and from nowhere else', async () => {
  expect((await works(office)).tiles).toBeNull();
  const tiles = 'https://tiles.city.example/{z}/{x}/{y}.png';
  const mapped = await testHttp(pool, [office], { routes: [worksRoutes], now: () => now, tiles });
  const answer = await mapped.ask(office, { url: '/api/works' });
  expect(answer.json<WorksView>().tiles).toBe(tiles);
  expect(answer.headers['content-security-policy']).toContain("img-src 'self' data: blob: https://tiles.city.example;");
});
