import { beforeAll, describe, expect, it } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { openSeat } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import type { Caller, SeatCaller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import type { ActReceipt } from '../contract.ts';
import type { Finds, LedgerChoices, MatterCount, MatterPage } from './list.contract.ts';
import { ledgerRoutes, matterRoutes } from '../index.ts';

const { pool, owner } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
const office = aCaller({ role: 'supervisor', unit: null, name: '沈知远' });
let desk: SeatCaller;
let zhujian: Uuid;
let web: TestHttp;

/** Matters by their words, registered in this order. */
const matters = new Map<string, Uuid>();

beforeAll(async () => {
  const names = ['莲城市住房和城乡建设局', '莲城市交通运输局'];
  const [first, second] = (await aCity(pool, 1, names, NOW)) as [Uuid, Uuid];
  zhujian = first;
  desk = aCaller({ unit: zhujian, name: '白露', title: '经办人' });
  web = await testHttp(pool, [office, desk], { routes: [ledgerRoutes, matterRoutes], now: () => NOW });
  const system = { city: 1, system: true } as const;
  await transact(pool, system, async (tx) => {
    for (const { seat: id, account, unit, role, title } of [office, desk])
      await openSeat(tx, system, { id, account, unit, role, title }, NOW);
  });
  for (const [text, lead] of [
    ['整修老旧小区', zhujian],
    ['加固跨河桥梁', second],
    ['清运建筑垃圾', zhujian],
  ] as const) {
    const id = uuidv7(NOW);
    const given = { text, area: '城市管理', due: '2026-04-01', confidential: text === '清运建筑垃圾' };
    await post(office, '/api/matters', { id, mechanism: 'weekly-assignment', given, assign: { lead, co: [] } });
    matters.set(text, id);
  }
  await act(desk, '整修老旧小区', 'accept', {});
  await act(desk, '清运建筑垃圾', 'refuse', { reason: '不归住建管' });
  for (const color of ['yellow', 'blue']) await act(office, '整修老旧小区', 'slip', { color });
});

async function post(who: Caller, url: string, payload: object): Promise<ActReceipt> {
  const answer = await web.ask(who, { method: 'POST', url, payload });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
const act = (who: Caller, text: string, kind: string, given: object) =>
  post(who, `/api/matters/${matters.get(text)}/acts`, { id: uuidv7(NOW), kind, given });

async function get<T>(who: Caller, url: string, query: Record<string, string> = {}): Promise<T> {
  const answer = await web.ask(who, { method: 'GET', url: `${url}?${String(new URLSearchParams(query))}` });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
const textsOf = async (who: Caller, query: Record<string, string>): Promise<string[]> =>
  (await get<MatterPage>(who, '/api/matters', query)).rows.map((row) => row.text).toSorted();

describe('the ledger is filtered', () => {
  it.each<[sentence: string, query: Record<string, string>, texts: string[]]>([
    ['by who refused', { stance: 'refused' }, ['清运建筑垃圾']],
    ['by what was ever refused', { bounced: 'yes' }, ['清运建筑垃圾']],
    ['by the gravest slip that nobody has replied to', { color: 'yellow' }, ['整修老旧小区']],
    ['by a milder one, which is not what it stands at', { color: 'blue' }, []],
    ['by what is confidential', { confidential: 'yes' }, ['清运建筑垃圾']],
    [
      'by the days between which it is due',
      { dueFrom: '2026-04-01', dueTo: '2026-04-01', stance: 'accepted' },
      ['整修老旧小区'],
    ],
    ['by days on which nothing is due', { dueTo: '2026-03-01' }, []],
    [
      'by the days of registration',
      { registeredFrom: '2026-03-16', registeredTo: '2026-03-16', bounced: 'yes' },
      ['清运建筑垃圾'],
    ],
    ['by earlier days of registration', { registeredTo: '2026-03-15' }, []],
    ['by the days of the last act', { updatedFrom: '2026-03-16', bounced: 'yes' }, ['清运建筑垃圾']],
    ['by days before the last act', { updatedTo: '2026-03-15' }, []],
    ['by mechanism', { mechanism: 'weekly-assignment', stance: 'accepted' }, ['整修老旧小区']],
    ['by what is paused', { paused: 'yes' }, []],
  ])('%s', async (_, query, texts) => {
    expect(await textsOf(office, query)).toEqual(texts.toSorted());
  });

  it('by who acted, on whatever seat', async () => {
    expect(await textsOf(office, { person: desk.account })).toEqual(['整修老旧小区', '清运建筑垃圾'].toSorted());
  });

  it('and says how many that leaves', async () => {
    expect(await get<MatterCount>(office, '/api/matters/count', { stance: 'refused' })).toEqual({
      count: 1,
      exact: true,
    });
    expect(await get<MatterCount>(office, '/api/matters/count')).toEqual({ count: 3, exact: true });
  });

  it('by a day that is none is refused, and the answer names it', async () => {
    const answer = await web.ask(office, { method: 'GET', url: '/api/matters?dueFrom=2026-02-30' });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('dueFrom');
  });
});

describe('filters that name what the city has not', () => {
  const none = uuidv7(NOW);
  it.each<[filter: string, query: Record<string, string>, places: string[]]>([
    ['a unit', { unit: none, scope: 'all' }, ['?unit']],
    ['a meeting', { round: none }, ['?round']],
    ['a mechanism', { mechanism: 'no-such' }, ['?mechanism']],
    ['a stage', { stage: 'no-such', phase: 'any' }, ['?stage']],
    ['a category', { category: '9999' }, ['?category']],
    ['a person', { person: none }, ['?person']],
    ['a unit and a person', { unit: none, person: none }, ['?unit', '?person']],
    ['a day that is none', { dueTo: '2026-13-01' }, ['?dueTo']],
    ['a filter that is none', { stagee: 'working', unit: none }, ['?stagee']],
  ])('%s: refused by its place, in the list and in the count', async (_, query, places) => {
    for (const url of ['/api/matters', '/api/matters/count']) {
      const answer = await web.ask(office, { method: 'GET', url: `${url}?${String(new URLSearchParams(query))}` });
      expect(answer.statusCode).toBe(400);
      const { errors } = answer.json<{ errors: { pointer: string; detail: string }[] }>();
      expect(errors.map(({ pointer }) => pointer)).toEqual(places);
      expect(errors.every(({ detail }) => detail.length > 5)).toBe(true);
    }
  });

  it('a stage that only a matter of an earlier version is at is none of them', async () => {
    const id = matters.get('加固跨河桥梁');
    const move = async (to: string) => {
      await owner.query('update assignment set stage = $2 where matter = $1', [id, to]);
      await owner.query('update matter set stage = $2 where id = $1', [id, to]);
    };
    const { rows } = await owner.query('select stage from matter where id = $1', [id]);
    await move('surveyed');
    expect(await textsOf(office, { stage: 'surveyed' })).toEqual(['加固跨河桥梁']);
    await move(rows[0].stage);
  });

  it('what is there and has no matters leaves an empty list', async () => {
    expect(await textsOf(office, { person: office.account, stance: 'refused', paused: 'yes' })).toEqual([]);
  });
});

describe('a search', () => {
  it.each<[sentence: string, q: string, texts: string[]]>([
    ['finds a fragment', '桥梁', ['加固跨河桥梁']],
    ['means a unit by the initials of its short name', 'zjj', ['整修老旧小区', '清运建筑垃圾']],
    ['… of its name with the city', 'lcszfhcxjsj', ['整修老旧小区', '清运建筑垃圾']],
    ['… by what papers call it', '住建局', ['整修老旧小区', '清运建筑垃圾']],
    ['means a person by name: what they acted on', '白露', ['整修老旧小区', '清运建筑垃圾']],
    ['… by initials', 'BL', ['整修老旧小区', '清运建筑垃圾']],
    ['means a unit by a fragment of its name', '住房', ['整修老旧小区', '清运建筑垃圾']],
    ['… of the name without the city', '交通', ['加固跨河桥梁']],
    ['… which stands in a text too', '建设垃圾', []],
    ['means nobody', 'qqq', []],
    ['of two words wants both, in whatever order', '桥梁 加固', ['加固跨河桥梁']],
    ['… not only one', '桥梁 小区', []],
    ['… of which one is a unit', '住建局 小区', ['整修老旧小区']],
    ['… of which one is a fragment of a unit', '垃圾 住房', ['清运建筑垃圾']],
    ['… a unit and a person', 'zjj 白露', ['整修老旧小区', '清运建筑垃圾']],
    ['… of units that share nothing', '住建局 交通局', []],
    ['… a person and a word', '白露 老旧 小区', ['整修老旧小区']],
    ['… the second with a single character', '小区 修', ['整修老旧小区']],
    ['… a unit and a single character', '住建局 运', ['清运建筑垃圾']],
    ['of two single characters takes them for one word', '桥 梁', ['加固跨河桥梁']],
  ])('%s', async (_, q, texts) => {
    expect(await textsOf(office, { q })).toEqual(texts.toSorted());
  });

  it('says whom it meant, and filters what it found', async () => {
    const page = await get<MatterPage>(office, '/api/matters', { q: 'zjj', bounced: 'yes' });
    expect(page.rows.map((row) => row.text)).toEqual(['清运建筑垃圾']);
    expect(page.meant?.units).toEqual([zhujian]);
  });

  it('suggests units and people by part of their names, and the newest matters', async () => {
    const { meant, matters: found } = await get<Finds>(office, '/api/find', { q: '住房' });
    expect(meant.units).toEqual([zhujian]);
    expect(found.map(({ text }) => text).toSorted()).toEqual(['整修老旧小区', '清运建筑垃圾'].toSorted());
    const both = await get<Finds>(office, '/api/find', { q: '住建局 白露' });
    expect([both.meant.units, both.meant.people.map(({ name }) => name)]).toEqual([[zhujian], ['白露']]);
    const people = await get<Finds>(office, '/api/find', { q: '白' });
    expect(people.meant.people).toEqual([]);
    const named = await get<Finds>(office, '/api/find', { q: '白露' });
    expect(named.meant.people).toEqual([{ account: desk.account, name: '白露', unit: zhujian, title: '经办人' }]);
    expect(named.matters).toHaveLength(2);
  });
});

describe('what is struck off', () => {
  const [open, struck] = ['整修老旧小区', '加固跨河桥梁'];
  beforeAll(async () => {
    for (const table of ['matter', 'assignment'])
      await owner.query(
        `update ${table} set phase = 'closed', due_at = 'infinity' where ${table === 'matter' ? 'id' : 'matter'} = $1`,
        [matters.get(struck)],
      );
  });

  it.each<[sentence: string, query: Record<string, string>, there: boolean]>([
    ['is not in a list by deadline', {}, false],
    ['… nor in one by age', { sort: 'newest' }, false],
    ['… nor where that is said', { phase: 'unclosed', sort: 'newest' }, false],
    ['is where every phase is asked for', { phase: 'any' }, true],
    ['is found by its own word', { q: '桥梁' }, true],
    ['… but not among what is open', { q: '桥梁', phase: 'unclosed' }, false],
    ['is found by who acted', { person: office.account }, true],
    ['… but not among what is open', { person: office.account, phase: 'unclosed' }, false],
    ['… nor by deadline within it', { person: office.account, phase: 'unclosed', sort: 'due' }, false],
  ])('%s', async (_, query, there) => {
    expect((await textsOf(office, query)).includes(struck)).toBe(there);
    const { count } = await get<MatterCount>(office, '/api/matters/count', query);
    expect(count).toBe((await textsOf(office, query)).length);
  });

  it('leaves the others where they are', async () => {
    expect(await textsOf(office, { sort: 'newest' })).toEqual([open, '清运建筑垃圾'].toSorted());
    expect(await textsOf(office, { person: office.account, phase: 'unclosed' })).toContain(open);
  });
});

it('says what this city filters by', async () => {
  const { mechanisms, areas } = await get<LedgerChoices>(desk, '/api/matters/choices');
  expect(mechanisms[0]?.key).toBe('weekly-assignment');
  expect(mechanisms[0]?.stages.map((stage) => stage.phase)).toContain('closed');
  expect(areas).toEqual(['城市管理']);
});
