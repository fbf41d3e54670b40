import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { testDatabase } from '../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../test/support/http.ts';
import { addUnits, originatorCaller } from '../directory/index.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { act, findDelisted, findListed, publishMechanism, registerByHand } from '../matters/index.ts';
import { transact, type Tx } from '../platform/postgres/index.ts';
import type { ListedPage } from './contract.ts';
import { appealRoutes } from './index.ts';

const { pool, owner } = await testDatabase();
const system = { city: 1, system: true } as const;
const office = aCaller({ role: 'supervisor', unit: null, name: '沈知远' });
const water = uuidv7(new Date());
const head = aCaller({ role: 'head', unit: water, name: '林一帆' });
const start = new Date('2026-03-16T02:00:00.000Z');
let now = start;
let app: TestHttp;

/** Words that nobody outside is to read, wherever they stand in a matter. */
const SECRET = ['厂门口的路被挖断', '盛达锻造', '请尽快约谈', '此件有风险', '沈知远', '林一帆', '内部进展'];

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values (1, '莲城市'), (2, '别的市')`);
  const source = readFileSync(join(import.meta.dirname, '../../mechanisms/weekly-assignment.yaml'), 'utf8').replace(
    'delist: { by: [supervisor], from: [verified], give: [evidence] }',
    'delist: { by: [supervisor], from: [verified] }',
  );
  await transact(pool, system, async (tx) => {
    await addUnits(tx, system, [{ id: water, name: '莲城市水务局', kind: 'department' }], start);
    await publishMechanism(tx, system, { source: source.replace('give: [result, evidence]', 'give: [result]') }, start);
  });
  app = await testHttp(pool, [office], { routes: [appealRoutes], now: () => now });
});

const does = (who: typeof office, matter: Uuid, kind: Parameters<typeof act>[3]['kind'], given: object) =>
  act(pool, who, matter, { id: uuidv7(now), kind, given: { ...given } }, now);

async function aListed(title: string, until: string): Promise<{ id: Uuid; number: string }> {
  const id = uuidv7(now);
  const given = { text: '厂门口的路被挖断，盛达锻造进不了料', due: until, area: '此件有风险' };
  const assign = { lead: water, co: [], note: '请尽快约谈' };
  await transact(pool, office, (tx) =>
    registerByHand(tx, office, { id, mechanism: 'weekly-assignment', given, assign }, now),
  );
  await does(office, id, 'list', { title, until, text: '请尽快约谈' });
  const { rows } = await owner.query<{ number: string }>('select number from matter where id = $1', [id]);
  return { id, number: rows[0]!.number };
}
const page = async (search = ''): Promise<{ body: string; json: ListedPage }> => {
  const answer = await app.http.inject({ url: `/api/counter/listed${search}` });
  expect(answer.statusCode).toBe(200);
  return { body: answer.body, json: answer.json() };
};

describe('the public list', () => {
  let first: { id: Uuid; number: string };
  test('tells anybody what is promised, by whom and for when, and nothing that was said inside', async () => {
    first = await aListed('东城一处道路不通', '2026-03-20');
    await does(head, first.id, 'accept', {});
    await does(head, first.id, 'report', { text: '内部进展：已进场' });
    const { body, json } = await page();
    expect(json).toEqual({
      rows: [
        {
          number: first.number,
          title: '东城一处道路不通',
          lead: '莲城市水务局',
          until: '2026-03-20',
          kept: null,
          workdaysLeft: 4,
          paused: false,
          promise: null,
          since: '2026-03-16',
          doneOn: null,
          result: null,
        },
      ],
      next: null,
    });
    for (const word of [...SECRET, first.id, water]) expect(body).not.toContain(word);
  });

  test('of one city nothing stands in another’s', async () => {
    expect((await page('?city=2')).json.rows).toEqual([]);
    expect((await app.http.inject({ url: '/api/counter/listed?city=9' })).statusCode).toBe(404);
  });

  test('counts the working days past the promise', async () => {
    now = new Date('2026-03-24T02:00:00.000Z');
    expect((await page()).json.rows[0]!.workdaysLeft).toBe(-2);
  });

  test('shows for ninety days what came of it, and then no more', async () => {
    await does(head, first.id, 'answer', { result: '内部进展：完工' });
    await does(office, first.id, 'verify', { note: '此件有风险' });
    await does(office, first.id, 'delist', { result: '道路已恢复通行' });
    expect((await page()).json.rows).toEqual([]);
    const { body, json } = await page('?part=done');
    expect(json.rows).toMatchObject([
      { number: first.number, result: '道路已恢复通行', doneOn: '2026-03-24', workdaysLeft: null },
    ]);
    for (const word of [...SECRET, first.id, water]) expect(body).not.toContain(word);
    now = new Date('2026-06-30T02:00:00.000Z');
    expect((await page('?part=done')).json.rows).toEqual([]);
  });

  test('is paged by key, each once, the first promised first', async () => {
    for (let n = 0; n < 53; n++) await aListed(`第 ${n} 处`, n % 2 ? '2026-07-10' : '2026-07-09');
    const one = (await page()).json;
    const two = (await page(`?after=${encodeURIComponent(one.next!)}`)).json;
    const all = [...one.rows, ...two.rows];
    expect([one.rows.length, two.rows.length, two.next]).toEqual([50, 3, null]);
    expect(new Set(all.map(({ number }) => number)).size).toBe(53);
    expect(all.map(({ until }) => until)).toEqual(all.map(({ until }) => until).toSorted());
    expect((await page('?after=nonsense')).json.rows).toHaveLength(50);
  });

  test('is read by nobody who could read a matter by the way', async () => {
    const nobody = originatorCaller(1, uuidv7(start), '');
    const counts = await transact(pool, nobody, async (tx) => ({
      matters: await tx.db.selectFrom('matter').select('id').execute(),
      listed: await findListed(tx, 1, null, 5),
    }));
    expect(counts.matters).toEqual([]);
    expect(counts.listed).toHaveLength(5);
    await expect(
      transact(pool, nobody, (tx) => tx.db.deleteFrom('listing').where('city', '=', 1).executeTakeFirst()),
    ).resolves.toMatchObject({ numDeletedRows: 0n });
  });

  test('each page is read from its own index', async () => {
    const nobody = originatorCaller(1, uuidv7(start), '');
    const plans: string[] = [];
    await transact(pool, nobody, async (tx) => {
      // Fifty lines are read through faster than an index is: which index would serve a thousand is the question.
      await tx.run({ name: '', text: 'set local enable_seqscan = off' }, []);
      await tx.run({ name: '', text: 'set local enable_sort = off' }, []);
      const run: Tx['run'] = async ({ text }, values) => {
        const rows = await tx.run<{ 'QUERY PLAN': string }>({ name: '', text: `explain ${text}` }, values);
        plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
        return [];
      };
      await findListed({ db: tx.db, run }, 1, { key: '2026-07-09', number: 'x' }, 50);
      await findDelisted({ db: tx.db, run }, 1, start, null, 50);
    });
    expect(plans[0]).toMatch(/listing_open/u);
    expect(plans[1]).toMatch(/listing_done/u);
    for (const plan of plans) expect(plan).not.toMatch(/Sort/u);
  });
});
