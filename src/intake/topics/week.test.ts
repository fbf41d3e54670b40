import { beforeAll, describe, expect, test } from 'vitest';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aStaff, assignOne, type Staff } from '../../../test/support/staff.ts';
import type { Uuid } from '../../kernel/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import type { HotTopics } from './week.contract.ts';
import { countTopics } from './week.jobs.ts';
import { topicRoutes } from './week.routes.ts';
import { mondayOf } from './week.rules.ts';

const { pool } = await testDatabase();
const BEFORE = new Date('2026-03-13T02:00:00Z');
const MONDAY = new Date('2026-03-16T01:30:00Z');
const WEDNESDAY = new Date('2026-03-18T22:10:00Z');
let now = WEDNESDAY;
let staff: Staff;
let web: TestHttp;
const mixer: Uuid[] = [];

const MIXER = ['丽发新城旁的搅拌站噪音扰民', '丽发新城小区搅拌站灰尘漫天，无法开窗', '请查处丽发新城违建的搅拌站'];

beforeAll(async () => {
  const units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], BEFORE);
  staff = await aStaff(pool, units, BEFORE);
  web = await testHttp(pool, Object.values(staff), { routes: [topicRoutes], now: () => now });
  const assign = (text: string, at: Date, confidential = false) =>
    assignOne(pool, staff.office, units[0]!, at, { text, due: '2026-03-27', confidential });
  for (const [n, text] of MIXER.entries()) mixer.push(await assign(text, MONDAY, n === 0));
  await assign('东湖路的路灯半年不亮', MONDAY);
  await assign('丽发新城搅拌站夜间施工', BEFORE);
});

const read = async (who: keyof Staff, week = '') =>
  (await web.ask(staff[who], { method: 'GET', url: `/api/topics${week && `?week=${week}`}` })).json<HotTopics>();

describe('the hot topics of a week', () => {
  test('are not there before they are counted, and say so', async () => {
    expect(await read('office')).toMatchObject({ week: '2026-03-16', countedAt: null, topics: [] });
  });

  test('are counted each morning: of the matters of that week alone, with all that belong to one; nobody is known to have raised them', async () => {
    await countTopics.handle(1, {}, { pool, now: () => now });
    const { countedAt, registered, topics } = await read('mayor');
    expect([countedAt, registered]).toEqual([WEDNESDAY.toISOString(), 4]);
    expect(topics.map(({ words, senders, count }) => [words.slice(0, 2).toSorted(), senders, count])).toEqual([
      [['丽发新城', '搅拌站'], 0, 3],
    ]);
    expect(topics[0]!.matters.map(({ id }) => id).toSorted()).toEqual(mixer.toSorted());
  });

  test('on Monday morning the week that is over is counted once more', async () => {
    now = new Date('2026-03-22T22:10:00Z');
    await countTopics.handle(1, {}, { pool, now: () => now });
    expect(await read('office', '2026-03-16')).toMatchObject({ countedAt: now.toISOString(), thisWeek: '2026-03-23' });
    // On a Monday nothing of the new week was counted yet: what is read is the week that is over.
    expect(await read('office')).toMatchObject({ week: '2026-03-16', thisWeek: '2026-03-23' });
    now = WEDNESDAY;
  });

  test('are counted anew when asked, for any week, by any of its days', async () => {
    const answer = await web.ask(staff.office, { method: 'POST', url: '/api/topics', payload: { week: '2026-03-13' } });
    expect(answer.json()).toMatchObject({ week: '2026-03-09', registered: 1, topics: [] });
    expect((await read('office', '2026-03-09')).countedAt).toBe(WEDNESDAY.toISOString());
  });

  test('are for whoever reads every matter: others are refused, and the rows are kept from them', async () => {
    for (const who of ['desk', 'head', 'administrator'] as const) {
      expect((await web.ask(staff[who], { method: 'GET', url: '/api/topics' })).statusCode).toBe(403);
      expect((await web.ask(staff[who], { method: 'POST', url: '/api/topics', payload: {} })).statusCode).toBe(403);
      const rows = await transact(pool, staff[who], (tx) => tx.db.selectFrom('hot_topics').select('week').execute());
      expect(rows).toEqual([]);
    }
  });
});

test.each([
  ['2026-03-16', '2026-03-16', 'a Monday'],
  ['2026-03-22', '2026-03-16', 'the Sunday after'],
  ['2026-01-01', '2025-12-29', 'over a year’s end'],
])('%s is in the week of %s: %s', (day, monday) => expect(mondayOf(day)).toBe(monday));
