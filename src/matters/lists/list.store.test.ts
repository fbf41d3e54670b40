import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { addUnits } from '../../directory/index.ts';
import { bigrams, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import { dueByDay } from '../agenda/agenda.store.ts';
import { publishMechanism } from '../index.ts';
import type { ListQuery } from './filter.store.ts';
import { listMatters, searchMatters } from './list.store.ts';
import { countTodos, openMatters, todosOfOffice, todosOfSeat, todosOfUnits } from './workbench.store.ts';

// A city large enough for the planner to have a choice: 20,000 matters, one in thirty open, a unit that has five of them.

const { pool, owner } = await testDatabase();
const CITY = 1;
const MATTERS = 20_000;
const NOW = new Date('2026-03-16T02:00:00Z');
const id = (n: number): Uuid => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [common, second, rare, nobody] = [id(1), id(2), id(3), id(9)];
const round = id(500);
const office = aCaller({ role: 'supervisor', unit: null });
const commonDesk = aCaller({ unit: common });
const rareDesk = aCaller({ unit: rare });
const head = aCaller({ role: 'head', unit: common, units: [common, second, rare] });
const mayor = aCaller({ role: 'mayor', unit: null });
const elsewhere = aCaller({ unit: nobody });

/** Every 30th open; every 4000th of the rare unit; every 7th confidential; the deadline at three o'clock of some day in March. */
const fill = `
  insert into round (city, id, mechanism, version, year, number, name, held_on, attendees, opened_by, seq, hash, created_at)
    select 1, ('01900000-0000-7000-8000-' || lpad((500 + n)::text, 12, '0'))::uuid, 'weekly-assignment', 1, 2026, n + 1, '会', '2026-01-01',
      '[]', '某', 1, '\\x00', now() from generate_series(0, 399) n;
  create temp table made as select n, ('01900000-0000-7000-8000-' || lpad((100000 + n)::text, 12, '0'))::uuid as id,
      case when n % 4000 = 0 then 3 when n % 10 = 0 then 2 else 1 end as unit, n % 30 = 0 as open, n % 7 = 0 as secret,
      case when n % 30 = 0 then timestamptz '2026-03-01 15:00+08' + (n % 40) * interval '1 day' else 'infinity' end as due,
      case when n % 30 > 0 then 'closed' when n % 60 = 0 then 'working' else 'assigned' end as stage,
      (array['城市建设', '乡村振兴', '民生实事'])[1 + n % 3] as area,
      case when n % 2000 = 1 then '改造苇塘路管网' else '完成道路整修' end as text
    from generate_series(1, ${MATTERS}) n;
  alter table made add column lead uuid;
  update made set lead = ('01900000-0000-7000-8000-' || lpad(unit::text, 12, '0'))::uuid;
  insert into matter (city, id, mechanism, version, number, n, round, stage, phase, area, lead, units, open_to_city, due_at, todo,
      todo_at, updated_at, seq, hash, state, confidential, paused, bounces, raised_to, raised_at, registered_at)
    select 1, id, 'weekly-assignment', 1, n::text, n, ('01900000-0000-7000-8000-' || lpad((500 + n % 400)::text, 12, '0'))::uuid, stage,
      stage, area, lead, array[lead], not secret, due, case when n % 90 = 0 then 'verify' end, due, now(), 1, '\\x00',
      json_build_object('n', n)::text, secret, n % 300 = 0, case when n % 500 = 0 then 1 else 0 end,
      case when n % 600 = 0 then '01900000-0000-7000-8000-000000000077'::uuid end, case when n % 600 = 0 then due else 'infinity' end,
      timestamptz '2025-01-01' + n * interval '30 minutes' from made;
  insert into assignment (city, matter, unit, mechanism, sealed, part, stance, phase, stage, area, bounces, due_at, todo, todo_at)
    select 1, id, lead, 'weekly-assignment', false, 'lead', 'accepted', stage, stage, area, 0, due, case when open then 'answer' end, due from made;
  insert into matter_words (city, matter, words, grams, units)
    select 1, id, text, array_to_tsvector('@' || left(id::text, 4) || case when n % 2000 = 1 then $1::text[] else $2::text[] end), array[lead] from made;
`;

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values ($1, '莲城市')`, [CITY]);
  const source = readFileSync(join(import.meta.dirname, '../../../mechanisms/weekly-assignment.yaml'), 'utf8');
  const system = { city: CITY, system: true } as const;
  await transact(pool, system, async (tx) => {
    const units = [common, second, rare, nobody].map((unit, n) => ({
      id: unit,
      name: `第${n}局`,
      kind: 'department' as const,
    }));
    await addUnits(tx, system, units, NOW);
    await publishMechanism(tx, { city: CITY, system: true }, { source }, NOW);
  });
  const grams = [bigrams('改造苇塘路管网'), bigrams('完成道路整修')].map((list) => `'{${list.join(',')}}'`);
  await owner.query(fill.replaceAll('$1', grams[0]!).replaceAll('$2', grams[1]!));
  await owner.query('vacuum (analyze)');
});

/** The plans of the statements that some work sends; none of them runs. */
async function plansOf(caller: Caller, work: (tx: Tx) => Promise<unknown>): Promise<string> {
  const plans: string[] = [];
  await transact(pool, caller, async (tx) => {
    const explained: Tx['run'] = async ({ name, text }, values) => {
      // A list's own statement is planned for whatever it will be asked.
      const kept = name.startsWith('list.');
      const statement = { name: '', text: `explain ${kept ? '(generic_plan) ' : ''}${text}` };
      const rows = await tx.run<{ 'QUERY PLAN': string }>(statement, kept ? [] : values);
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
      return [];
    };
    Object.assign(tx.db.getExecutor(), {
      executeQuery: async (query: { sql: string; parameters: unknown[] }) => ({
        rows: await explained({ name: '', text: query.sql }, query.parameters),
      }),
    });
    await work({ db: tx.db, run: explained });
  });
  return plans.join('\n');
}

/** By deadline there is only what is open, but for a round. */
const asked = (given: Partial<ListQuery>): ListQuery => ({
  city: CITY,
  after: null,
  limit: 50,
  now: NOW,
  units: null,
  open: given.sort !== 'newest' && given.round === undefined && given.phase === undefined,
  ...given,
});
const middle = { at: '', id: id(110_000) };
const inMarch = { at: '2026-03-20T07:00:00.000000Z', id: id(100_000) };

type Shape = [sentence: string, caller: Caller, query: Partial<ListQuery>, index: RegExp];
const shapes: Shape[] = [
  ['the office reads the whole city by deadline', office, {}, /matter_due/],
  ['… and goes on from the middle', office, { after: inMarch }, /matter_due/],
  ['… and what is overdue', office, { slip: 'overdue' }, /matter_due/],
  ['… and what is due soon in an area', office, { slip: 'soon', area: '城市建设' }, /matter_due/],
  ['… and a phase', office, { phase: 'assigned' }, /matter_(due|phase_newest|stage)/],
  ['… and a stage that nothing is in', office, { stage: 'nowhere' }, /matter_(due|stage)/],
  ['the office reads the newest', office, { sort: 'newest' }, /matter_pkey/],
  ['… of what is open, by phase', office, { sort: 'newest', open: true }, /matter_phase_newest/],
  ['… from the middle', office, { sort: 'newest', open: true, after: middle }, /matter_phase_newest/],
  ['… and open in an area that nothing is in', office, { sort: 'newest', open: true, area: '无' }, /matter_area/],
  ['… of what is struck off, from the middle', office, { phase: 'closed', sort: 'newest', after: middle }, /matter_/],
  ['… of an area', office, { sort: 'newest', area: '乡村振兴' }, /matter_/],
  ['… of an area that nothing is in', office, { sort: 'newest', area: '无' }, /matter_area/],
  ['… of a stage that nothing is in', office, { sort: 'newest', stage: 'nowhere' }, /matter_stage/],
  ['the office reads a round', office, { round }, /matter_round/],
  ['a unit reads its own by deadline', commonDesk, { units: [common] }, /assignment_due/],
  ['… and goes on from the middle', commonDesk, { units: [common], after: inMarch }, /assignment_due/],
  [
    '… and what is overdue in an area',
    commonDesk,
    { units: [common], slip: 'overdue', area: '城市建设' },
    /assignment_/,
  ],
  ['… and a stage that nothing is in', commonDesk, { units: [common], stage: 'nowhere' }, /assignment_due/],
  ['… and its newest', commonDesk, { units: [common], sort: 'newest' }, /assignment_newest/],
  ['… of what is open', commonDesk, { units: [common], sort: 'newest', open: true }, /assignment_(newest|due)/],
  ['… and an area that nothing is in', commonDesk, { units: [common], sort: 'newest', area: '无' }, /assignment_area/],
  ['… and its part in a round', commonDesk, { units: [common], round, sort: 'newest' }, /matter_round/],
  ['a unit that has five matters reads them', rareDesk, { units: [rare] }, /assignment_due/],
  ['a head reads those of three units', head, { units: [common, second, rare] }, /assignment_due/],
  ['… and the newest', head, { units: [common, second, rare], sort: 'newest' }, /assignment_newest/],
];

const wholeTable = /Seq Scan on (matter|assignment|clock|round)/;

describe('no list reads a whole table', () => {
  it.each(shapes)('%s', async (_, caller, query, index) => {
    const plan = await plansOf(caller, (tx) => listMatters(tx, asked(query)));
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(wholeTable);
  });

  const span = { from: null, until: NOW };
  const page = { city: CITY, span, after: null, limit: 50 };
  const month = { city: CITY, from: '2026-03-01', until: '2026-04-05', most: 4 };
  it.each<[string, Caller, (tx: Tx) => Promise<unknown>, RegExp]>([
    [
      'a unit’s workbench',
      commonDesk,
      (tx) => todosOfUnits(tx, { units: [common], handler: true }, page),
      /assignment_todo/,
    ],
    ['the office’s workbench', office, (tx) => todosOfOffice(tx, page), /matter_todo/],
    ['what was raised to a seat', mayor, (tx) => todosOfSeat(tx, id(77), page), /matter_raised/],
    ['a mayor’s workbench', office, (tx) => openMatters(tx, page), /matter_due/],
    ['a month of the whole city', office, (tx) => dueByDay(tx, month, null), /Index Only Scan using matter_due/],
    ['a month of a unit', commonDesk, (tx) => dueByDay(tx, month, [common]), /Index Only Scan using assignment_due/],
  ])('%s', async (_, caller, work, index) => {
    const plan = await plansOf(caller, work);
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(wholeTable);
  });

  it('counts what waits without reading a matter', async () => {
    const at = { city: CITY, now: NOW, endOfToday: NOW, endOfWeek: NOW };
    for (const kind of ['office', 'open'] as const)
      expect(await plansOf(office, (tx) => countTodos(tx, { kind }, at))).toMatch(
        /Index Only Scan using matter_(todo|due)/,
      );
  });
});

describe('pages', () => {
  const page = (caller: Caller, query: Partial<ListQuery>) =>
    transact(pool, caller, (tx) => listMatters(tx, asked({ limit: 40, ...query })));

  it.each<[sentence: string, caller: Caller, query: Partial<ListQuery>, count: string]>([
    ['the office’s open matters', office, {}, `phase <> 'closed'`],
    ['the open matters of three units', head, { units: [common, second, rare] }, `phase <> 'closed'`],
    ['the office’s open matters, newest first', office, { sort: 'newest', open: true }, `phase <> 'closed'`],
    [
      'what a stranger may see of them',
      elsewhere,
      { sort: 'newest', open: true },
      `phase <> 'closed' and open_to_city`,
    ],
    [
      'a unit’s open matters, newest first',
      rareDesk,
      { sort: 'newest', open: true, units: [rare] },
      `phase <> 'closed' and lead = '${rare}'`,
    ],
    ['what a seat without a part in anything may see', elsewhere, {}, `phase <> 'closed' and open_to_city`],
    [
      'an area’s, newest first',
      office,
      { sort: 'newest', area: '城市建设', phase: 'working' },
      `area = '城市建设' and phase = 'working'`,
    ],
  ])('%s: each once, none left out, in order', async (_, caller, query, where) => {
    const ids: Uuid[] = [];
    for (let after: ListQuery['after'] = null; ;) {
      const found = await page(caller, { ...query, after });
      ids.push(...found.map((row) => row.id));
      if (found.length < 40) break;
      after = found.at(-1)!.key;
    }
    const order = query.sort === 'newest' ? 'id desc' : 'due_at, id';
    const { rows } = await owner.query<{ id: Uuid }>(`select id from matter where ${where} order by ${order}`);
    expect(ids).toEqual(rows.map((row) => row.id));
  });
});

describe('searches', () => {
  const search = (caller: Caller, word: string, query: Partial<ListQuery> = {}) =>
    transact(pool, caller, (tx) => searchMatters(tx, asked(query), bigrams(word), word.split(' ')));
  const newest = async (where: string): Promise<Uuid[]> => {
    const text = `select m.id from matter m join matter_words w on w.matter = m.id where ${where} order by m.id desc limit 50`;
    return (await owner.query<{ id: Uuid }>(text)).rows.map((row) => row.id);
  };

  it.each<[sentence: string, caller: Caller, word: string, query: Partial<ListQuery>, where: string]>([
    ['a common word', office, '完成', {}, `words like '%完成%'`],
    ['a rare word', office, '苇塘', {}, `words like '%苇塘%'`],
    ['two words apart, in whatever order', office, '道路 整修', {}, `words like '%整修%' and words like '%道路%'`],
    ['signs that stand for themselves', office, '%', {}, 'false'],
    ['four characters across two words', office, '完成道路', {}, `words like '%完成道路%'`],
    ['pairs that never stand together', office, '整修完成', {}, 'false'],
    ['a common word in a phase', office, '完成', { phase: 'assigned' }, `words like '%完成%' and phase = 'assigned'`],
    ['a rare word in an area', office, '苇塘', { area: '乡村振兴' }, `words like '%苇塘%' and area = '乡村振兴'`],
    [
      'a common word in what is overdue',
      office,
      '完成',
      { slip: 'overdue' },
      `words like '%完成%' and due_at < '${NOW.toISOString()}'`,
    ],
    ['a common word in a round', office, '完成', { round }, `words like '%完成%' and round = '${round}'`],
    ['a common word of the rare unit', rareDesk, '完成', { units: [rare] }, `words like '%完成%' and lead = '${rare}'`],
    ['a rare word of three units', head, '苇塘', { units: [common, second, rare] }, `words like '%苇塘%'`],
    [
      'what is confidential, by a seat without a part in it',
      elsewhere,
      '苇塘',
      {},
      `words like '%苇塘%' and open_to_city`,
    ],
    ['a common word further down', office, '完成', { after: middle }, `words like '%完成%' and m.id < '${middle.id}'`],
  ])('%s: the newest that fit, and no other', async (_, caller, word, query, where) => {
    expect((await search(caller, word, query)).map((row) => row.id)).toEqual(await newest(where));
  });
});
