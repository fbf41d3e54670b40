import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { anAppeal, anAppealCity, type AppealCity } from '../../../test/support/appeals.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { directorySubjects } from '../../directory/index.ts';
import { act, adoptFacts, matterSubject, mechanismSubject, sampleDrawRoutes } from '../index.ts';
import { bitOf } from '../../mechanism/index.ts';
import { workbench } from '../lists/workbench.ts';
import { drawSamples } from './sample.acts.ts';
import type { SamplePage } from './sample.contract.ts';
import { drawSample } from './sample.rules.ts';

const { pool, owner } = await testDatabase();
const CITY = 1;
const SUBJECTS = [...directorySubjects, matterSubject, mechanismSubject];
const FRIDAY = new Date('2026-03-06T02:00:00Z');
const MONDAY = new Date('2026-03-09T22:20:00Z'); // 6:20 on Tuesday in the city
const good = { stars: 5, solved: true, satisfied: true };
let city: AppealCity;
let web: TestHttp;
const struck: Uuid[] = [];
let waiting: Uuid;

beforeAll(async () => {
  city = await anAppealCity(pool, owner, CITY, 3, FRIDAY);
  web = await testHttp(pool, [city.office, city.heads[0]!], { routes: [sampleDrawRoutes], now: () => MONDAY });
  for (let n = 0; n < 9; n++)
    struck.push(
      (await anAppeal(pool, city, { text: `第${n}件诉求`, unit: n === 8 ? 2 : n % 2, judged: good }, FRIDAY)).id,
    );
  waiting = (await anAppeal(pool, city, { text: '还没有评价的一件' }, FRIDAY)).id;
});

const drawn = async (): Promise<Uuid[]> =>
  (await owner.query<{ stream: Uuid }>(`select stream from act where kind = 'draw' order by stream`)).rows.map(
    ({ stream }) => stream,
  );
const page = async (): Promise<SamplePage> =>
  (await web.ask(city.office, { method: 'GET', url: '/api/samples' })).json();
const todos = async () =>
  (await transact(pool, city.office, (tx) => workbench(tx, city.office, {}, MONDAY))).todos.filter(
    ({ act: kind }) => kind === 'callback',
  );

describe('the weekly sample', () => {
  test('is drawn once, though two workers draw at once and again the next morning', async () => {
    const counts = await Promise.all([drawSamples(pool, CITY, MONDAY), drawSamples(pool, CITY, MONDAY)]);
    expect(counts.toSorted()).toEqual([0, 5]);
    expect(await drawSamples(pool, CITY, new Date(MONDAY.getTime() + 86_400_000))).toBe(0);
    expect(await drawn()).toHaveLength(5);
  });

  test('has one of each unit, nothing that still waits to be judged, and can be drawn again by whoever looks', async () => {
    const [sample] = (await page()).rows;
    expect(sample).toMatchObject({ mechanism: 'appeal', week: '2026-03-02', share: 10, least: 5 });
    expect(sample!.population).toHaveLength(9);
    expect(sample!.population.map(({ id }) => id)).not.toContain(waiting);
    const again = drawSample({ city: CITY, mechanism: 'appeal', week: sample!.week }, sample!, sample!.population);
    expect(again.toSorted()).toEqual(await drawn());
    const units = new Map(sample!.population.map(({ id, unit }) => [id, unit]));
    expect(new Set(again.map((id) => units.get(id))).size).toBe(3);
  });

  test('waits on the supervision office’s workbench, with a day; no unit sees it', async () => {
    const due = await todos();
    expect(due.map(({ row }) => row.id).toSorted()).toEqual(await drawn());
    expect((await web.ask(city.heads[0]!, { method: 'GET', url: '/api/samples' })).statusCode).toBe(403);
    const { rows } = await owner.query(`select from clock where clock = 'sample' and stopped_at is null`);
    expect(rows).toHaveLength(5);
  });

  test('is done by calling back: whoever is content is left alone, whoever is not has their matter taken up again', async () => {
    const [first, second] = await drawn();
    const call = (id: Uuid, said: object) =>
      act(
        pool,
        city.office,
        id,
        { id: uuidv7(MONDAY), kind: 'callback', given: { reached: true, text: '电话回访', ...said } },
        MONDAY,
      );
    await call(first!, { reached: false, text: '无人接听' });
    expect(
      (await todos()).map(({ row }) => row.id),
      'not reached, it waits as before',
    ).toContain(first);
    expect((await page()).rows[0]!.drawn.find(({ id }) => id === first)).toMatchObject({
      waiting: true,
      reached: false,
    });
    expect((await call(first!, { solved: true, satisfied: true })).stage).toBe('closed');
    expect((await call(second!, { solved: false, satisfied: false })).stage).toBe('disputed');
    expect((await todos()).map(({ row }) => row.id)).not.toContain(first);
    const shown = (await page()).rows[0]!.drawn;
    expect(shown.filter((one) => one.waiting)).toHaveLength(3);
    const { rows } = await owner.query<{ todo: string }>('select todo from matter where id = $1', [second]);
    expect(rows).toEqual([{ todo: 'reopen' }]);
  });

  test('is looked for where only what was struck off stands, by when it last moved', async () => {
    const client = await owner.connect();
    await client.query('set enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select id, state from matter where city = 1 and mechanism = 'appeal' and phase = 'closed' and updated_at >= '2026-03-02'`,
    );
    client.release(true);
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('matter_struck_off');
  });

  test('a call in vain that an older program had counted as one is counted anew', async () => {
    const third = (await drawn())[2]!;
    const given = { reached: false, text: '无人接听' };
    await act(pool, city.office, third, { id: uuidv7(MONDAY), kind: 'callback', given }, MONDAY);
    const facts = async () =>
      (await owner.query('select matter, since, until, marks from matter_fact order by matter, since')).rows;
    const before = await facts();
    await owner.query(`update matter_fact set marks = marks | ${bitOf('called-back')}::bigint where matter = $1`, [
      third,
    ]);
    await owner.query(readFileSync(join(import.meta.dirname, '../../../migrations/0496_calls_in_vain.sql'), 'utf8'));
    expect((await facts()).map(({ matter }) => matter)).not.toContain(third);
    const system = { city: CITY, system: true } as const;
    await transact(pool, system, (tx) => adoptFacts(tx, system));
    expect(await facts()).toEqual(before);
  });

  test('is in the ledger like all else', async () => {
    const system = { city: CITY, system: true } as const;
    const verified = await transact(pool, system, (tx) => verifyLedger(tx, CITY, SUBJECTS));
    expect(verified.fault).toBeNull();
  });
});
