import type { InjectOptions } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { anAppeal, anAppealCity, type AppealCity } from '../../test/support/appeals.ts';
import { testDatabase } from '../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../test/support/http.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import { act, alikeRoutes, matterSubject, mechanismSubject } from '../matters/index.ts';
import { directorySubjects } from '../directory/index.ts';
import type { ActKind } from '../mechanism/index.ts';
import { transact } from '../platform/postgres/index.ts';
import type { AlikeAppeals, AnswerPage } from './contract.ts';
import { answerRoutes, appealRoutes } from './index.ts';

const { pool, owner } = await testDatabase();
const NOW = new Date('2026-03-06T02:00:00Z');
const agreed = { stars: 5, solved: true, satisfied: true, consents: true };
const OWN = '我是莲锦电力的李建国，电话13912345678，厂区门口的路灯坏了半年没人修';
const QUESTION = '厂区门口的路灯坏了，该找哪个部门修？';
const ANSWER = '市政道路路灯由城管部门维修，拨打 12345 登记，三日内修复。';
let city: AppealCity;
let web: TestHttp;
let lamps: Uuid;

beforeAll(async () => {
  city = await anAppealCity(pool, owner, 1, 1, NOW);
  web = await testHttp(pool, [city.office], { routes: [appealRoutes, answerRoutes, alikeRoutes], now: () => NOW });
  lamps = (await anAppeal(pool, city, { text: OWN, judged: agreed }, NOW)).id;
  for (let n = 0; n < 22; n++) {
    const { id } = await anAppeal(pool, city, { text: `第${n}种证照怎么换`, judged: agreed }, NOW);
    await office(id, 'publish', { question: `第${n}种证照怎么换发`, answer: `到窗口${n}办理` });
  }
});

const office = (id: Uuid, kind: ActKind, given: Record<string, unknown>) =>
  act(pool, city.office, id, { id: uuidv7(NOW), kind, given }, NOW);
const get = async (url: string, more: InjectOptions = {}) => web.http.inject({ method: 'GET', url, ...more });
const answers = async (query: Record<string, string> = {}): Promise<AnswerPage> =>
  (await get(`/api/counter/answers?${new URLSearchParams(query)}`)).json();
const alike = async (text: string): Promise<AlikeAppeals> =>
  (await get(`/api/counter/alike?${new URLSearchParams({ text })}`)).json();

describe('what was answered already', () => {
  test('is not there before it was published, and not with what tells who somebody is', async () => {
    expect((await answers({ q: '路灯' })).rows).toEqual([]);
    await expect(office(lamps, 'publish', { question: OWN, answer: ANSWER })).rejects.toMatchObject({
      problem: { code: 'matter.personal-data-left', params: { found: ['13912345678'] } },
    });
  });

  test('nor with a name that was hidden in its answer and stands in the clear in its own words', async () => {
    const text = '门前断路三天，陈昭凤说过两次';
    const result = '经与陈昭凤（13912340000）联系，已修通';
    const { id } = await anAppeal(pool, city, { text, result, judged: agreed }, NOW);
    const answer = '已修通，可以通行';
    await expect(office(id, 'publish', { question: text, answer })).rejects.toMatchObject({
      problem: { code: 'matter.personal-data-left', params: { found: ['陈昭凤'] }, pointer: '/given/question' },
    });
    const clean = { question: '门前断路三天怎么办', answer, confirmed: ['陈昭凤'] };
    await office(id, 'publish', clean);
    await office(id, 'withdraw', { reason: '再核' });
  });

  test('published, everybody finds it by a fragment, and it comes while somebody writes the like', async () => {
    await office(lamps, 'publish', { question: QUESTION, answer: ANSWER });
    const { rows } = await answers({ q: '路灯坏' });
    expect(rows).toMatchObject([
      { question: QUESTION, answer: ANSWER, category: { zh: '营商环境', en: 'Doing business' }, day: '2026-03-06' },
    ]);
    expect((await alike('我们厂区门口的路灯坏了，没有人来修')).answers.map((one) => one.question)).toEqual([QUESTION]);
    expect((await alike('公交车末班太早')).answers).toEqual([]);
    // Whoever takes a call down reads it to the caller.
    const url = `/api/matters/alike?${new URLSearchParams({ text: '我们厂区门口的路灯坏了，没有人来修' })}`;
    expect((await web.ask(city.office, { url })).json().answers).toMatchObject([{ question: QUESTION }]);
  });

  test('nothing else of the matter comes with it', async () => {
    const { rows: acts } = await owner.query<{ number: string; seats: string[]; act: string }>(
      `select m.number, array_agg(distinct a.seat::text) as seats, m.id::text as act from matter m join act a on a.stream = m.id
       where m.id = $1 group by m.number, m.id`,
      [lamps],
    );
    const told = [
      (await get('/api/counter/answers')).body,
      (await get(`/api/counter/answers?${new URLSearchParams({ q: '路灯' })}`)).body,
      (await get(`/api/counter/alike?${new URLSearchParams({ text: QUESTION })}`)).body,
    ].join('\n');
    expect(told).toContain(QUESTION);
    const secrets = [
      acts[0]!.number,
      lamps,
      ...acts[0]!.seats,
      ...city.units,
      '李建国',
      '13912345678',
      '莲锦',
      '已办好',
    ];
    for (const secret of secrets) expect(told).not.toContain(secret);
    expect(Object.keys((await answers()).rows[0]!).toSorted()).toEqual(['answer', 'category', 'day', 'id', 'question']);
  });

  test('comes page by page, of a category, and with a part of a pair too', async () => {
    const first = await answers();
    expect(first.rows).toHaveLength(20);
    const second = await answers({ before: first.next! });
    expect(second.rows).toHaveLength(3);
    expect(second.next).toBeNull();
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(23);
    expect((await answers({ category: '01' })).rows).toEqual([]);
    expect((await answers({ category: '07', q: '第21种' })).rows).toHaveLength(1);
    expect((await answers({ q: '灯' })).rows).toHaveLength(1);
    expect((await answers({ q: `' | !(&\\` })).rows).toEqual([]);
  });

  test('withdrawn, or of a matter that is worked on again, it is gone at once', async () => {
    await office(lamps, 'withdraw', { reason: '电话有变' });
    expect((await answers({ q: '路灯' })).rows).toEqual([]);
    await office(lamps, 'publish', { question: QUESTION, answer: ANSWER });
    expect((await answers({ q: '路灯' })).rows).toHaveLength(1);
    await office(lamps, 'reopen', { reason: '又坏了' });
    expect((await answers({ q: '路灯' })).rows).toEqual([]);
  });

  test('is looked up in the index, whatever the policy', async () => {
    const client = await owner.connect();
    await client.query('set enable_seqscan = off; set enable_sort = off; set enable_bitmapscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      'explain select id from published_answer where city = 1 order by id desc limit 20',
    );
    client.release(true);
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('published_answer_newest');
  });

  test('what everybody reads is held against the ledger', async () => {
    const system = { city: 1, system: true } as const;
    const check = () =>
      transact(pool, system, (tx) => verifyLedger(tx, 1, [...directorySubjects, matterSubject, mechanismSubject]));
    expect((await check()).fault).toBeNull();
    await owner.query(`update published_answer set answer = '别的答复' where question like '第3种%'`);
    expect((await check()).fault).toMatchObject({
      code: 'matter.verify-projection-differs',
      params: { table: 'published' },
    });
  });
});
