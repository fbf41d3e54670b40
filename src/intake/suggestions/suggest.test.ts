import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aStaff, does, type Staff } from '../../../test/support/staff.ts';
import { publishScheme } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { publishMechanism, registerByHand } from '../../matters/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { learnSuggestions } from './learn.jobs.ts';
import { saidOf, SAYINGS } from './suggest.fixture.ts';
import type { Lessons, Suggested, Suggestions } from './suggest.contract.ts';
import { suggestionRoutes } from './suggest.routes.ts';

const { pool } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
const system = { city: 1, system: true } as const;
const CODES = Object.keys(SAYINGS);
const DISPUTE = join(import.meta.dirname, '../../../mechanisms/dispute.yaml');
const APPEAL = join(import.meta.dirname, '../../../mechanisms/appeal.yaml');
let now = NOW;
let units: Uuid[];
let staff: Staff;
let web: TestHttp;

const scheme = (seen: number, retired: string | null = null) => ({
  id: uuidv7(NOW),
  key: 'appeals',
  name: { zh: '诉求分类', en: 'Appeals' },
  categories: ['01', '02', '03', '09'].map((code) => {
    return { code, parent: null, zh: `第${code}类`, en: null, retired: code === retired };
  }),
  seen,
});

beforeAll(async () => {
  units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], NOW);
  staff = await aStaff(pool, units, NOW);
  web = await testHttp(pool, Object.values(staff), { routes: [suggestionRoutes], now: () => now });
  await transact(pool, system, async (tx) => {
    await publishScheme(tx, system, scheme(0), NOW);
    for (const file of [APPEAL, DISPUTE])
      await publishMechanism(tx, system, { source: readFileSync(file, 'utf8') }, NOW);
  });
});

async function register(text: string, confidential = false): Promise<Uuid> {
  const id = uuidv7(now);
  const request = { id, mechanism: 'appeal', given: { text, confidential } };
  await transact(pool, staff.office, (tx) => registerByHand(tx, staff.office, request, now));
  return id;
}

/** Registered, classified, assigned, answered and struck off: the first unit has what is of category 01, the other all else. */
async function closed(text: string, category: string, confidential = false): Promise<Uuid> {
  const id = await register(text, confidential);
  const [lead, head]: [Uuid, Caller] =
    category === '01' ? [units[0]!, staff.head] : [units[1]!, { ...staff.other, role: 'head' }];
  const steps = [
    [staff.office, 'classify', { category }],
    [staff.office, 'assign', { lead, co: [] }],
    [head, 'accept', {}],
    [head, 'answer', { result: '已经办好。' }],
    [staff.office, 'close', { note: '电话核实' }],
  ] as const;
  for (const [who, kind, given] of steps) await does(pool, who, id, kind, given, now);
  return id;
}

const learn = () => learnSuggestions.handle(1, {}, { pool, now: () => now });
const asks = async (who: keyof Staff, payload: object) =>
  web.ask(staff[who], { method: 'POST', url: '/api/suggestions', payload: { mechanism: 'appeal', ...payload } });
const ask = async (text: string, more: object = {}) => (await asks('office', { text, ...more })).json<Suggestions>();
const lessons = async (who: keyof Staff = 'administrator') =>
  (await web.ask(staff[who], { method: 'GET', url: '/api/suggestions/lessons' })).json<Lessons>().rows;
const lesson = async (about: string) =>
  (await lessons()).find((one) => one.mechanism === 'appeal' && one.about === about)!;
function said(one: Suggested | null): Extract<Suggested, { is: 'said' }> {
  if (one?.is !== 'said') throw new Error(`nothing was said: ${JSON.stringify(one)}`);
  return one;
}

describe('suggestions', () => {
  test('there are none before anything was learned, nor of too few closed matters; how many there are is told', async () => {
    expect(await ask('路灯不亮')).toEqual({
      category: { is: 'none', matters: null, kinds: 0, confidential: false },
      unit: { is: 'none', matters: null, kinds: 0, confidential: false },
    });
    for (let n = 0; n < 3; n++) await closed(saidOf('01', n), '01');
    await learn();
    expect((await ask('路灯不亮')).category).toEqual({ is: 'none', matters: 3, kinds: 0, confidential: false });
    expect(await lesson('category')).toMatchObject({ matters: 3, learnedAt: null, lookedAt: NOW.toISOString() });
  });

  test('of matters that are all confidential there are none, and that is said, not how few there are', async () => {
    const asked = await asks('office', { text: '货款没有付清', mechanism: 'dispute' });
    expect(asked.json<Suggestions>().unit).toMatchObject({ is: 'none', confidential: true });
  });

  test('are learned in a thread of its own: meanwhile others are answered', async () => {
    for (let n = 3; n < 54; n++) {
      const code = CODES[n % 3]!;
      await closed(`${saidOf(code, n)}${code === '01' ? '13912345678' : ''}`, code);
    }
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    await learn();
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
    const { category, unit } = await ask('南关村的路灯不亮，晚上漆黑一片');
    expect(said(category)).toMatchObject({ label: '01' });
    expect(said(category).sure).toBeGreaterThan(0.7);
    expect(said(category).words).toContain('路灯');
    expect(said(category).alike[0]!.number).toMatch(/^诉求〔2026〕\d{4}$/u);
    expect(said(unit).label).toBe(units[0]);
    expect(said((await ask('工地夜间施工噪音扰民')).unit).label).toBe(units[1]);
  }, 60_000);

  test('what stands in the place of something personal is no word: it decides nothing', async () => {
    expect(said((await ask('南关村的路灯不亮，请打电话给我')).category).words).not.toContain('电话');
  });

  test('are silent where nothing is sure', async () => {
    expect(await ask('请尽快处理')).toMatchObject({ category: { is: 'unsure' } });
    // Sure, and yet no word of it speaks for anything.
    for (const text of ['这里', '东西南北'])
      expect(await ask(text)).toEqual({ category: { is: 'unsure' }, unit: { is: 'unsure' } });
    expect(await ask('ꙮꙮ')).toEqual({ category: { is: 'unsure' }, unit: { is: 'unsure' } });
  });

  test('are for whoever reads every matter: others are refused, and the rows are kept from them', async () => {
    for (const who of ['desk', 'head', 'administrator'] as const) {
      expect((await asks(who, { text: '路灯' })).statusCode).toBe(403);
      const models = await transact(pool, staff[who], (tx) =>
        tx.db.selectFrom('suggestion_model').select('version').execute(),
      );
      expect(models).toEqual([]);
    }
    expect((await asks('mayor', { text: '路灯不亮，夜里漆黑' })).statusCode).toBe(200);
    for (const who of ['desk', 'head', 'mayor'] as const) {
      expect((await web.ask(staff[who], { method: 'GET', url: '/api/suggestions/lessons' })).statusCode).toBe(403);
      expect((await web.ask(staff[who], { method: 'POST', url: '/api/suggestions/lessons' })).statusCode).toBe(403);
    }
    expect((await asks('office', { text: '路灯', mechanism: 'nothing' })).statusCode).toBe(404);
  });

  test('nothing new to learn keeps the model; one more closed matter makes another', async () => {
    const before = (await lesson('category')).learnedAt;
    now = new Date(NOW.getTime() + 86_400_000);
    await learn();
    expect(await lesson('category')).toMatchObject({ learnedAt: before, lookedAt: now.toISOString() });
    await closed(saidOf('03', 60), '03');
    await learn();
    expect((await lesson('category')).learnedAt).toBe(now.toISOString());
  }, 60_000);

  test('confidential matters are neither learned from nor named, nor what has become confidential since', async () => {
    const { matters } = await lesson('category');
    const odd = '白塔寺石狮子被人挪走，路灯不亮';
    const secret = await closed(odd, '01', true);
    await learn();
    expect((await lesson('category')).matters).toBe(matters);
    const first = said((await ask(odd)).category);
    expect(first.alike.map(({ id }) => id)).not.toContain(secret);
    expect(first.alike.length).toBeGreaterThan(0);
    for (const { id } of first.alike) {
      await does(pool, staff.office, id, 'reopen', { reason: '涉及隐私，重新处理' }, now);
      await does(pool, staff.office, id, 'correct', { confidential: true, reason: '涉及隐私' }, now);
    }
    expect(said((await ask(odd)).category).alike).toEqual([]);
    await learn();
    expect((await lesson('category')).matters).toBe(matters - first.alike.length);
  }, 60_000);

  test('what people decide after a suggestion is counted: the same, another, and where nothing was said', async () => {
    const text = '北门的路灯不亮，夜里漆黑一片';
    const [same, other, silent] = [await register(text), await register(text), await register('请尽快处理')];
    for (const [matter, what] of [
      [same, text],
      [same, text],
      [other, text],
      [silent, '请尽快处理'],
    ] as const)
      await ask(what, { matter });
    expect(await lesson('category')).toMatchObject({ said: 0, right: 0, silent: 0 });
    for (const [matter, category] of [
      [same, '01'],
      [other, '03'],
      [silent, '02'],
    ] as const)
      await does(pool, staff.office, matter, 'classify', { category }, now);
    expect(await lesson('category')).toMatchObject({ said: 2, right: 1, silent: 1 });
    await ask(text, { matter: same });
    await does(pool, staff.office, same, 'assign', { lead: units[0]!, co: [] }, now);
    expect(await lesson('unit')).toMatchObject({ said: 1, right: 1 });
    // What was asked again after the decision waits for the next one.
    expect(await lesson('category')).toMatchObject({ said: 2, right: 1, silent: 1 });
    expect((await lessons('office')).length).toBe(5);
    now = new Date(now.getTime() + 40 * 86_400_000);
    expect(await lesson('category')).toMatchObject({ said: 0, right: 0, silent: 0 });
  });

  test('a category that is retired is not suggested any more, before it is learned anew and after', async () => {
    await transact(pool, system, (tx) => publishScheme(tx, system, scheme(1, '01'), now));
    const text = '南关村的路灯不亮，晚上漆黑一片';
    expect((await ask(text)).category).toEqual({ is: 'unsure' });
    const before = (await lesson('category')).matters;
    await learn();
    const after = await lesson('category');
    expect(after.matters).toBeLessThan(before);
    expect((await ask(text)).category).not.toMatchObject({ label: '01' });
  }, 60_000);
});
