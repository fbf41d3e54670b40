import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCaller, anOriginator } from '../../../test/support/callers.ts';
import { seatThem } from '../../../test/support/staff.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { addUnits, publishScheme } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import { act, adoptFacts, matterSubject, publishMechanism, registerByHand } from '../../matters/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { behind, countFigures } from './count.ts';
import type { FigureQuery } from './count.contract.ts';
import { rankUnits } from '../ranking/ranking.ts';
import { sheetOf } from './export.rules.ts';

const { pool, owner } = await testDatabase();
const CITY = 1;
const BEGIN = new Date('2023-03-01T01:00:00Z');
const system = { city: CITY, system: true } as const;
const [water, roads]: [Uuid, Uuid] = [uuidv7(BEGIN), uuidv7(BEGIN)];
const office = aCaller({ role: 'supervisor', unit: null });
const mayor = aCaller({ role: 'mayor', unit: null });
const seats = {
  water: { handler: aCaller({ unit: water }), head: aCaller({ role: 'head', unit: water }) },
  roads: { handler: aCaller({ unit: roads }), head: aCaller({ role: 'head', unit: roads }) },
};
const firm = anOriginator();
let now = BEGIN;
const at = (text: string): Date => new Date(`2023-${text.replace(' ', 'T')}:00+08:00`);
const LATER = at('06-30 12:00');
const MARCH = { mechanism: 'appeal', from: '2023-03-01', to: '2023-03-31' } as const;

const categories = [
  ['05', null, '劳动'],
  ['0501', '05', '欠薪'],
  ['07', null, '营商环境'],
  ['0701', '07', '证照办理'],
] as const;

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values ($1, '莲城市')`, [CITY]);
  const source = readFileSync(join(import.meta.dirname, '../../../mechanisms/appeal.yaml'), 'utf8');
  await transact(pool, system, async (tx) => {
    const units = [water, roads].map((id, n) => ({ id, name: `市第${n + 1}局`, kind: 'department' as const }));
    await addUnits(tx, system, units, BEGIN);
    const tree = categories.map(([code, parent, zh]) => ({ code, parent, zh, en: null, retired: false }));
    const name = { zh: '诉求分类', en: 'Appeals' };
    await publishScheme(tx, system, { id: uuidv7(BEGIN), key: 'appeals', name, categories: tree, seen: 0 }, BEGIN);
    await publishMechanism(tx, system, { source }, BEGIN);
  });
  // Whoever reviews an exclusion must be there.
  await seatThem(pool, [office, mayor], BEGIN);
  await owner.query(
    `insert into originator (city, id, kind, proven) values ($1, $2, 'unknown', false) on conflict do nothing`,
    [CITY, firm.seat],
  );
  // Two of water's: five stars in time, and nothing said. Two of roads': three stars and unsolved, and one excluded afterwards.
  lives.five = await live('water', '03-02', '0701', { stars: 5, solved: true, satisfied: true });
  lives.silent = await live('water', '03-06', '0501', null);
  lives.three = await live('roads', '03-07', '0701', { stars: 3, solved: false, satisfied: true });
  lives.excluded = await live('roads', '03-08', '0501', { stars: 1, solved: false, satisfied: false });
  now = at('04-10 09:00');
  await does(office, lives.excluded, 'callback', { reached: true, text: '不愿多谈' });
  await does(office, lives.excluded, 'exclude', { reason: '同一诉求多次恶意提交', told: '评价不计入统计' });
  now = at('04-11 09:00');
  await does(mayor, lives.excluded, 'review', { agreed: true });
  lives.april = await live('roads', '04-03', '0701', null);
  // One that no unit ever had, raised in March and struck off in May.
  now = at('03-20 09:00');
  lives.untaken = uuidv7(now);
  const given = { text: '没有交给任何单位', channel: 'web', originator: firm.seat };
  await transact(pool, office, (tx) =>
    registerByHand(tx, office, { id: lives.untaken, mechanism: 'appeal', given }, now),
  );
  now = at('05-08 09:00');
  await does(office, lives.untaken, 'close', { note: '不属受理范围' });
});

const lives = { five: '', silent: '', three: '', excluded: '', april: '', untaken: '' };

async function does(caller: Caller, matter: Uuid, kind: ActKind, given: Record<string, unknown> = {}): Promise<void> {
  await act(pool, caller, matter, { id: uuidv7(now), kind, given }, now);
}

/** An appeal raised, accepted and answered within a day or two from a day on, and judged the day after. */
async function live(unit: 'water' | 'roads', day: string, category: string, says: object | null): Promise<Uuid> {
  now = at(`${day} 09:00`);
  const id = uuidv7(now);
  const given = { text: `第${day}件诉求`, channel: 'web', originator: firm.seat };
  await transact(pool, office, (tx) => registerByHand(tx, office, { id, mechanism: 'appeal', given }, now));
  await does(office, id, 'classify', { category });
  await does(office, id, 'assign', { lead: unit === 'water' ? water : roads, co: [] });
  await does(seats[unit].handler, id, 'accept');
  now = new Date(now.getTime() + 86_400_000);
  await does(seats[unit].head, id, 'answer', { result: '已办好' });
  now = new Date(now.getTime() + 3_600_000);
  if (says) await does(firm, id, 'evaluate', says as Record<string, unknown>);
  return id;
}

const counted = (query: Partial<FigureQuery> = {}, caller: Caller = office) =>
  transact(pool, caller, (tx) => countFigures(tx, caller, { ...MARCH, ...query }, LATER));
/** `五星 1 / 3`: each figure as a person reads it. */
const told = (values: { key: string; part: number | null; of: number | null; left: number }[]) =>
  Object.fromEntries(
    values.map(({ key, part, of, left }) => [
      key,
      `${part}${of === null ? '' : ` / ${of}`}${left ? `, ${left} left out` : ''}`,
    ]),
  );

describe('the figures of a month', () => {
  test('both parts of each rate, what nobody evaluated on its own, what is excluded beside', async () => {
    expect(told((await counted()).whole)).toEqual({
      accepted: '4',
      untaken: '0 / 2',
      green: '0',
      response: '4 / 4',
      completion: '1 / 3, 1 left out',
      'on-time': '4 / 4',
      solved: '1 / 2, 1 left out',
      satisfied: '2 / 2, 1 left out',
      'five-star': '1 / 3, 1 left out',
      silent: '1',
      'median-days': '1',
      'slow-days': '1',
      bounces: '0',
      returns: '0',
      reopenings: '0',
    });
  });

  test('as of an earlier moment they are what was true then', async () => {
    const before = await counted({ asOf: at('04-01 00:00').toISOString() });
    expect(told(before.whole)).toMatchObject({ 'five-star': '1 / 4', solved: '1 / 3' });
    const early = await counted({ asOf: at('03-07 12:00').toISOString() });
    expect(told(early.whole)).toMatchObject({ accepted: '3', response: '2 / 3', 'five-star': '1 / 2', silent: '1' });
    await expect(counted({ asOf: '2024-01-01T00:00:00Z' })).rejects.toMatchObject({
      problem: { code: 'figures.in-the-future' },
    });
  });

  test('by unit, by category down the tree, by channel and by week', async () => {
    const by = async (query: Partial<FigureQuery>) =>
      Object.fromEntries((await counted(query)).groups.map(({ key, values }) => [key, told(values)['five-star']]));
    expect(await by({ by: 'unit' })).toEqual({ [water]: '1 / 2', [roads]: '0 / 1, 1 left out' });
    expect(await by({ by: 'category' })).toEqual({ '05': '0 / 1, 1 left out', '07': '1 / 2' });
    expect(await by({ by: 'category', category: '07' })).toEqual({ '0701': '1 / 2' });
    expect(await by({ by: 'channel' })).toEqual({ web: '1 / 3, 1 left out' });
    expect(await by({ by: 'week' })).toEqual({ '2023-02-27': '1 / 1', '2023-03-06': '0 / 2, 1 left out' });
    expect(await by({ by: 'size' })).toEqual({ null: '1 / 3, 1 left out' });
    expect(await by({ by: 'month', to: '2023-04-30' })).toEqual({
      '2023-03-01': '1 / 3, 1 left out',
      '2023-04-01': '0 / 1',
    });
  });

  test('the numbers are every seat’s; who raised matters, and so by what enterprises, is not', async () => {
    expect(told((await counted({}, seats.water.handler)).whole)).toMatchObject({ 'five-star': '1 / 3, 1 left out' });
    await expect(counted({ by: 'size' }, seats.water.handler)).rejects.toMatchObject({
      problem: { code: 'figures.by-not-yours' },
    });
    await expect(counted({}, firm)).rejects.toMatchObject({ problem: { code: 'figures.seats-only' } });
    // Row-level security stands behind: past the refusal there is nothing to count but their own.
    const { rows } = await transact(pool, anOriginator(), async (tx) => ({
      rows: await tx.run<{ n: number }>(
        { name: 't.facts', text: 'select count(*)::integer as n from matter_fact' },
        [],
      ),
    }));
    expect(rows[0]!.n).toBe(0);
  });
});

describe('the matters behind a number', () => {
  const open = (
    figure: string,
    side: 'part' | 'of' | 'left',
    caller: Caller = office,
    query: Partial<FigureQuery> = {},
  ) => transact(pool, caller, (tx) => behind(tx, caller, { ...MARCH, ...query, figure, side }, LATER));
  const ids = (found: { rows: { id: string }[] }) => found.rows.map(({ id }) => id);

  test('are exactly those counted, newest first', async () => {
    expect(ids(await open('five-star', 'part'))).toEqual([lives.five]);
    expect(ids(await open('five-star', 'of'))).toEqual([lives.three, lives.silent, lives.five]);
    expect(ids(await open('five-star', 'left'))).toEqual([lives.excluded]);
    expect(ids(await open('silent', 'part'))).toEqual([lives.silent]);
    expect(ids(await open('five-star', 'of', office, { unit: water }))).toEqual([lives.silent, lives.five]);
    const then = { asOf: at('04-01 00:00').toISOString() };
    expect(ids(await open('five-star', 'of', office, then))).toHaveLength(4);
  });

  test('are shown to whoever may read them; how many there are besides is said', async () => {
    const found = await open('accepted', 'part', seats.water.handler);
    expect(ids(found)).toEqual([lives.silent, lives.five]);
    expect(found).toMatchObject({ all: 4, readable: 2 });
  });

  test('tell a unit nothing of a judgement that is kept from it, on neither side of a rate', async () => {
    const kept = await live('water', '05-08', '0701', { stars: 2, solved: false, satisfied: false, unnamed: true });
    const MAY = { mechanism: 'appeal', from: '2023-05-01', to: '2023-05-31' };
    const alone = { ...MAY, from: '2023-05-08', to: '2023-05-08', unit: water, category: '0701' };
    const before = { asOf: at('05-09 09:30').toISOString() };
    for (const figure of ['five-star', 'solved', 'satisfied', 'silent'])
      for (const side of ['part', 'of'] as const)
        for (const seat of [seats.water.head, seats.roads.handler])
          expect(await open(figure, side, seat, alone), `${figure} ${side}`).toMatchObject({ all: 0, rows: [] });
    expect(ids(await open('accepted', 'part', seats.water.head, MAY))).toEqual([kept]);
    expect(ids(await open('solved', 'of', office, MAY))).toEqual([kept]);
    const numbers = { accepted: '1', 'on-time': '1 / 1', solved: '0 / 0', satisfied: '0 / 0', 'five-star': '0 / 0' };
    for (const by of [undefined, 'unit', 'day', 'category'] as const) {
      const { whole, groups } = await counted({ ...alone, by }, seats.water.head);
      for (const values of [whole, ...groups.map((group) => group.values)]) expect(told(values)).toMatchObject(numbers);
      expect(whole.find(({ key }) => key === 'solved')!.kept).toBe(1);
    }
    expect(told((await counted({ ...alone, ...before }, seats.water.head)).whole)).toMatchObject({ solved: '0 / 0' });
    const { whole } = await counted(alone, mayor);
    expect(told(whole)).toMatchObject({ solved: '0 / 1', 'five-star': '0 / 1' });
    expect(whole.every((value) => value.kept === 0)).toBe(true);
    // Nor does the ranking of a single day; what the office ranks by is all of it.
    const rank = async (caller: Caller) => {
      const days = { mechanism: 'appeal', from: alone.from, to: alone.to };
      const found = await transact(pool, caller, (tx) => rankUnits(tx, caller, days, LATER));
      return { kept: found.kept, solved: found.groups[0]!.mean[1] };
    };
    expect(await rank(seats.water.head)).toEqual({ kept: true, solved: { part: 0, of: 0 } });
    expect(await rank(office)).toEqual({ kept: false, solved: { part: 0, of: 1 } });
    // Nor do the numbers of one that was held: they would tell it beside those of any other moment, or beside what the unit reads itself.
    await owner.query(
      `insert into ranking_held (city, mechanism, first_day, last_day, held_at) values ($1, 'appeal', $2, $3, $4)`,
      [CITY, MAY.from, MAY.to, at('06-02 08:30')],
    );
    const held = async (caller: Caller) => {
      const found = await transact(pool, caller, (tx) => rankUnits(tx, caller, MAY, LATER));
      return { held: found.heldAt !== null, placed: found.placed, solved: found.groups[0]!.mean[1] };
    };
    expect(await held(seats.water.head)).toEqual({ held: true, placed: true, solved: { part: 0, of: 0 } });
    expect(await held(office)).toEqual({ held: true, placed: false, solved: { part: 0, of: 1 } });
    // The table says so too.
    const sheet = sheetOf(await counted(alone, seats.water.head), alone, 'zh', '某岗位');
    expect(JSON.stringify(sheet.about)).toContain('有 1 件的评价要求不让承办单位知道');
  });
});

describe('a month that is counted while a matter is taken up again', () => {
  const JUNE = { from: '2023-06-01', to: '2023-06-30' };
  const bad = { stars: 1, solved: false, satisfied: false };
  const june = async () => {
    const { whole, groups } = await counted({ ...JUNE, by: 'unit' });
    const { response, solved, satisfied, 'five-star': stars, 'on-time': inTime, 'median-days': days } = told(whole);
    const of = groups.flatMap(({ key, values }) => (told(values)['accepted'] === '0' ? [] : [key]));
    return { response, solved, satisfied, stars, inTime, days, of };
  };
  let again: Uuid;

  test('looks no better by it: what was said stands, and what was answered stays so', async () => {
    again = await live('roads', '06-01', '0701', bad);
    const before = await june();
    expect(before).toMatchObject({ response: '1 / 1', solved: '0 / 1', stars: '0 / 1', inTime: '1 / 1', of: [roads] });
    now = at('06-05 09:00');
    await does(office, again, 'reopen', { reason: '确未办好' });
    expect(await june()).toEqual(before);
  });

  test('nor by giving it to another unit, which it counts with once that has answered, and then without what was said of the first', async () => {
    now = at('06-06 09:00');
    const before = await june();
    await does(office, again, 'assign', { lead: water, co: [] });
    await does(seats.water.handler, again, 'accept');
    expect(await june()).toEqual(before);
    now = at('06-07 09:00');
    await does(seats.water.head, again, 'answer', { result: '已办好' });
    expect(await june()).toMatchObject({ response: '1 / 1', solved: '0 / 0', stars: '0 / 1', days: '4', of: [water] });
  });
});

test('the ranking says beside each rate of a unit how many of its matters are not in it, and they are those behind it', async () => {
  const file = readFileSync(join(import.meta.dirname, '../../../mechanisms/appeal.yaml'), 'utf8');
  const source = file.replace('  least: 10\n  prior', '  least: 2\n  prior');
  await transact(pool, system, (tx) => publishMechanism(tx, system, { source }, LATER));
  const { score, groups } = await transact(pool, office, (tx) => rankUnits(tx, office, MARCH, LATER));
  expect(score.map(({ key, without }) => [key, without])).toEqual([
    ['on-time', []],
    ['solved', ['excluded']],
    ['five-star', ['excluded']],
  ]);
  const ranked = groups.flatMap((group) => group.ranked);
  expect(Object.fromEntries(ranked.map(({ unit, rates }) => [unit, rates.map(({ left }) => left)]))).toEqual({
    [water]: [0, 0, 0],
    [roads]: [0, 1, 1],
  });
  const query = { ...MARCH, figure: 'five-star', side: 'left' as const, unit: roads };
  const found = await transact(pool, office, (tx) => behind(tx, office, query, LATER));
  expect(found.rows.map(({ id }) => id)).toEqual([lives.excluded]);
});

test('facts are held against the acts by verify, and given anew to a city that had none', async () => {
  const verify = async () =>
    (await transact(pool, system, (tx) => verifyLedger(tx, CITY, [matterSubject]))).fault?.code ?? null;
  const facts = async () => (await owner.query('select * from matter_fact order by matter, since')).rows;
  const before = await facts();
  expect(before.length).toBeGreaterThan(10);
  await owner.query('delete from matter_fact');
  expect(await verify()).not.toBeNull();
  await transact(pool, system, (tx) => adoptFacts(tx, system));
  expect(await facts()).toEqual(before);
});

test('what was struck off before any unit took it is counted in the month of that, beside all that was struck off', async () => {
  expect(told((await counted({ from: '2023-05-01', to: '2023-05-31' })).whole)).toMatchObject({ untaken: '1 / 1' });
  expect(told((await counted()).whole)).toMatchObject({ untaken: '0 / 2' });
});
