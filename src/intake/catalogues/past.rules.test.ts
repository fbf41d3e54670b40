import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import { compare, readEdition, type Comparing, type Known } from './edition.rules.ts';
import { readDone, readStands, type KnownPart } from './past.rules.ts';

// A city's own ledger of a list: a line for each unit of an item, with how far it is.

test.each<[cell: string, read: ReturnType<typeof readStands>]>([
  ['已完成', { stands: 'done', rest: '' }],
  ['完成', { stands: 'done', rest: '' }],
  ['已复制推广', { stands: 'done', rest: '' }],
  ['100%', { stands: 'done', rest: '' }],
  ['已完成，窗口已开', { stands: 'done', rest: '窗口已开' }],
  ['推进中', { stands: 'going', rest: '' }],
  ['正在推进', { stands: 'going', rest: '' }],
  ['基本完成', { stands: 'going', rest: '' }],
  ['部分完成（3 个县）', { stands: 'going', rest: '3 个县' }],
  ['未完成', { stands: 'going', rest: '' }],
  ['60%', { stands: 'going', rest: '' }],
  ['不适用', { stands: 'none', rest: '' }],
  ['不涉及：没有口岸', { stands: 'none', rest: '没有口岸' }],
  ['未启动', null],
  ['', null],
  ['—', null],
  ['长期坚持', 'unknown'],
  ['已完成方案起草', 'unknown'],
  ['√', 'unknown'],
])('%s', (cell, read) => {
  expect(readStands(cell)).toEqual(read);
});

test.each<[cell: string, day: string | null]>([
  ['2026-01-20', '2026-01-20'],
  ['2026年1月20日', '2026-01-20'],
  ['11月20日', '2025-11-20'],
  ['46042', '2026-01-20'],
  ['2026年1月', null],
  ['2026-12-01', null],
  ['年前', null],
])('done on %s is %s', (cell, day) => {
  expect(readDone(cell, '2026-03-02', nationalCalendar)).toBe(day);
});

const names = ['商务局', '税务局', '东湖区'];
const on: Comparing = {
  match: (name) => (names.includes(name) ? { kind: 'exact', unit: name } : { kind: 'unknown' }),
  units: names,
  counties: [],
  towns: [],
  said: new Map(),
  today: '2026-03-02',
  calendar: nationalCalendar,
};
const HEADS = ['序号', '改革事项', '责任单位', '推进情况', '完成情况', '完成时间', '佐证材料'];
const table = (...rows: string[][]) =>
  readEdition([{ name: '台账', rows: [HEADS, ...rows].map((cells, n) => ({ n: n + 1, cells })) }] as never)!;
const plan = (rows: string[][], known: Known[] = []) => compare(table(...rows).lines, known, on);
const row = (item: string, unit: string, ...past: string[]) => [item, item && '一窗通办', unit, ...past];

test('its columns are read: how far, what came of it, when, and the evidence that there is', () => {
  const { lines, unused } = table(row('1', '商务局', '已完成', '窗口已开', '2026-01-20', '照片'));
  expect(unused).toEqual([]);
  expect(lines[0]).toMatchObject({
    wanted: '',
    due: '',
    past: { stands: '已完成', result: '窗口已开', on: '2026-01-20', evidence: '照片' },
  });
});

test('a line for each unit of an item is one item, divided among them, each with its own past', () => {
  const entries = plan([
    row('1', '商务局', '已完成', '窗口已开', '2026-01-20', '照片'),
    row('1', '税务局', '推进中', '正在对接'),
    // Merged cells leave what is the same above to stand for it.
    row('', '东湖区', '不适用', '没有口岸'),
    row('2', '商务局', '未启动'),
  ]);
  expect(entries.map(({ state, item, units }) => [state, item, units])).toEqual([
    ['new', '1', names],
    ['new', '2', ['商务局']],
  ]);
  expect(entries[0]!.carries).toEqual([
    { unit: '商务局', stands: 'done', text: '窗口已开', doneOn: '2026-01-20', evidence: '照片' },
    { unit: '税务局', stands: 'going', text: '正在对接', doneOn: null, evidence: null },
    { unit: '东湖区', stands: 'none', text: '没有口岸', doneOn: null, evidence: null },
  ]);
  expect(entries.map(({ carries, issues }) => [carries.length, issues.length])).toEqual([
    [3, 0],
    [0, 0],
  ]);
});

test.each<[sentence: string, rows: string[][], codes: string[], carried: number]>([
  [
    'a word that says neither is told, and nothing is taken over',
    [row('1', '商务局', '长期坚持')],
    ['stands-unknown'],
    0,
  ],
  ['so is a result without how far it is', [row('1', '商务局', '', '窗口已开')], ['stands-unsaid'], 0],
  ['“none of ours” wants a why', [row('1', '商务局', '不适用')], ['none-unexplained'], 0],
  ['a month is no day, and stays among the words', [row('1', '商务局', '已完成', '', '2026年1月')], ['done-unread'], 1],
  ['nobody bears the name', [row('1', '海关', '已完成')], ['units-unknown', 'past-without-unit', 'no-units'], 0],
  [
    'the unit twice is a fault where it comes again',
    [row('1', '商务局', '已完成'), row('1', '商务局', '推进中')],
    ['item-twice'],
    1,
  ],
])('%s', (_, rows, codes, carried) => {
  const entries = plan(rows);
  const said = entries.flatMap(({ issues }) => issues.map(({ code }) => code.replace('catalogues.row.', '')));
  expect(said.toSorted()).toEqual(codes.toSorted());
  expect(entries.flatMap(({ carries }) => carries)).toHaveLength(carried);
});

describe('of what the ledger here has', () => {
  const part = (standing: KnownPart['standing'], carried: KnownPart['carried'] = null): Known => ({
    id: 'm',
    number: '复制1',
    item: '1',
    text: '一窗通办',
    area: null,
    wanted: null,
    due: null,
    dropped: false,
    units: ['商务局'],
    parts: [{ id: 'p', unit: '商务局', standing, carried }],
  });
  const going = { stands: 'going', text: '正在对接', doneOn: null, evidence: null } as const;
  test.each<[sentence: string, said: string[], known: Known, state: string, issue: string | null]>([
    ['what is only given is taken over', ['已完成'], part('given'), 'changed', null],
    ['the same words once more are no change', ['推进中', '正在对接'], part('working', going), 'same', null],
    ['what was under way by it may be done by now', ['已完成'], part('working', going), 'changed', null],
    ['a unit that works here says so itself', ['已完成'], part('working'), 'same', 'in-hand'],
    ['under way is under way', ['推进中'], part('working'), 'same', null],
    ['done is done', ['已完成'], part('answered'), 'same', null],
    ['struck off is struck off', ['已完成'], part('done'), 'same', null],
    ['and is not taken back by a table', ['推进中'], part('done'), 'same', 'otherwise'],
    ['nor is what the office agreed to', ['已完成'], part('exempt'), 'same', 'otherwise'],
    ['said not to apply once, that is said', ['不适用', '无'], part('claimed'), 'same', null],
  ])('%s', (_, said, known, state, issue) => {
    const [entry] = plan([row('1', '商务局', ...said)], [known]);
    expect(entry!.state).toBe(state);
    expect(entry!.issues.map(({ code }) => code)).toEqual(issue ? [`catalogues.row.${issue}`] : []);
  });
});
