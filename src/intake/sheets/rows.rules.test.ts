import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { UnitMatch } from '../../directory/contract.ts';
import { nationalCalendar } from '../../kernel/index.ts';
import { judgeAlike } from './alike.rules.ts';
import type { RowFix } from './contract.ts';
import { fieldOf, findTable, guessMapping } from './headings.rules.ts';
import { judgeRow, namesIn } from './judge.rules.ts';
import type { Raising } from './raised.rules.ts';
import { readDue } from './rowDue.rules.ts';

const WATER = '01900000-0000-7000-8000-000000000001';
const SCHOOLS = '01900000-0000-7000-8000-000000000002';
const TODAY = '2026-11-25';
const KNOWN: Readonly<Record<string, string>> = { 市水利局: WATER, 市教育局: SCHOOLS };
const match = (printed: string): UnitMatch => {
  const unit = KNOWN[printed];
  if (unit) return { kind: 'exact', unit };
  if (printed === '各县区') return { kind: 'group', group: 'counties' };
  if (printed === '水务局') return { kind: 'likely', units: [{ unit: WATER, score: 0.8, reason: 'similar' }] };
  return { kind: 'unknown' };
};

describe('which column holds what is told by its head', () => {
  test.each([
    ['事项', 'text'],
    ['重点任务', 'text'],
    ['工作内容（简要）', 'text'],
    ['要办的事', 'text'],
    ['交办内容', 'text'],
    ['需办事项', 'text'],
    ['责任单位', 'lead'],
    ['牵 头 单 位', 'lead'],
    ['配合部门', 'co'],
    ['完成时限（年/月/日）', 'due'],
    ['办结时限要求', 'due'],
    ['所属领域', 'area'],
    ['不公开', 'confidential'],
    ['事项编号', 'number'],
    ['Lead unit', 'lead'],
    ['序号', null],
    ['备注', null],
    ['', null],
  ])('%j is %s', (head, field) => expect(fieldOf(head)).toBe(field));

  test('of two columns that name the same the first is taken', () =>
    expect(guessMapping(['序号', '责任单位', '任务', '牵头单位'])).toMatchObject({ lead: 1, text: 2, co: null }));

  test('the heads are found below a title, on whichever sheet has most of them', () => {
    const about = { name: '说明', rows: [{ n: 1, cells: ['内容', '台账'] }] };
    const list = {
      name: '清单',
      rows: [
        { n: 1, cells: ['重点任务清单'] },
        { n: 3, cells: ['序号', '任务', '责任单位', '完成时限'] },
        { n: 4, cells: ['1', '修渠', '市水利局', '年底前'] },
      ],
    };
    expect(findTable([about, list])).toMatchObject({ sheet: '清单', rows: [{ n: 4 }] });
    expect(findTable([])).toBeNull();
  });
});

describe('a deadline is read as officials write it', () => {
  test.each([
    ['2026-12-01', { kind: 'day', day: '2026-12-01' }],
    ['2026/12/1', { kind: 'day', day: '2026-12-01' }],
    ['2026.12.01', { kind: 'day', day: '2026-12-01' }],
    ['20261201', { kind: 'day', day: '2026-12-01' }],
    ['2026年12月1日前', { kind: 'day', day: '2026-12-01' }],
    ['２０２６年１２月１日', { kind: 'day', day: '2026-12-01' }],
    ['12月1日', { kind: 'words', text: '12月1日', day: '2026-12-01' }],
    ['3月1日前', { kind: 'words', text: '3月1日前', day: '2027-03-01' }],
    ['12月底前', { kind: 'words', text: '12月底前', day: '2026-12-31' }],
    ['年底前', { kind: 'words', text: '年底前', day: '2026-12-31' }],
    ['长期坚持', { kind: 'words', text: '长期坚持', day: null }],
    ['2026年2月30日', { kind: 'impossible', text: '2026年2月30日' }],
    ['11月31日前', { kind: 'impossible', text: '11月31日前' }],
    ['46371', { kind: 'number', text: '46371', day: '2026-12-15' }],
    ['46371.75', { kind: 'number', text: '46371.75', day: '2026-12-15' }],
    ['36526', { kind: 'number', text: '36526', day: '2000-01-01' }],
    ['73050', { kind: 'number', text: '73050', day: '2099-12-31' }],
    ['73051', { kind: 'words', text: '73051', day: null }],
    ['4637', { kind: 'words', text: '4637', day: null }],
    ['—', { kind: 'none' }],
    ['', { kind: 'none' }],
  ])('%j is %j', (cell, due) => expect(readDue(cell, TODAY, nationalCalendar)).toEqual(due));
});

const FIRM = '01900000-0000-7000-8000-000000000003';
const BEARERS: Readonly<Record<string, readonly string[]>> = { 莲城面包房: [FIRM], 同名公司: [FIRM, WATER] };
const PEOPLE: Raising = {
  codeOf: (typed) => typed.toUpperCase(),
  codeFault: (code) => (code.endsWith('6') ? null : 'check'),
  isContact: (typed) => typed.startsWith('1'),
  choices: { categories: null, channels: [] },
  named: (name) => BEARERS[name] ?? [],
};
test('类别 is an area in a list of assignments, and a category beside whoever raised it', () => {
  expect(guessMapping(['事项', '责任单位', '类别'])).toMatchObject({ area: 2, category: null });
  expect(guessMapping(['诉求内容', '提出企业', '类别'])).toMatchObject({ area: null, category: 2 });
  expect(guessMapping(['诉求内容', '联系电话', '类别', '诉求类别'])).toMatchObject({ area: 2, category: 3 });
  expect(guessMapping(['诉求内容', '联系电话', '所属领域'])).toMatchObject({ area: 2, category: null });
});

describe('who raises a row', () => {
  const heads = guessMapping(['诉求内容', '信用代码', '联系电话', '地点', '诉求类别']);
  const raised = (cells: string[]) =>
    judgeRow(
      { cells },
      {},
      { mapping: heads, headings: [], match, names: {}, people: PEOPLE, today: TODAY, calendar: nationalCalendar },
    );
  test.each([
    ['by its credit code', ['停水', '914403001922038216'], { code: '914403001922038216', enterprise: null }, []],
    ['by the name that the register has', ['停水', '莲城面包房'], { enterprise: FIRM, name: '莲城面包房' }, []],
    [
      'by a name that it does not have, which is a doubt',
      ['停水', '某某厂'],
      { enterprise: null, name: '某某厂' },
      ['doubt enterprise-unknown'],
    ],
    ['not by a name that two bear', ['停水', '同名公司'], { enterprise: null }, ['fault enterprise-several']],
    ['not by a mistyped code', ['停水', '914403001922038215'], {}, ['fault credit-code']],
    [
      'a person by a contact alone',
      ['停水', '', '13812345678', '清河县', '供水'],
      { contact: '13812345678', place: '清河县', category: '供水' },
      [],
    ],
    ['by no contact that is none', ['停水', '', '无电话'], {}, ['fault contact-wrong']],
  ])('is known %s', (_, cells, plan, issues) => {
    const row = raised(cells);
    expect(row.plan.raised).toMatchObject(plan);
    expect(row.issues.map(({ level, code }) => `${level} ${code.replace('sheet.row-', '')}`)).toEqual(issues);
  });
  test.each([
    [
      'by the code, whatever is written as the name',
      ['莲城面包坊', '914403001922038216'],
      { code: '914403001922038216', name: '莲城面包坊' },
      [],
    ],
    [
      'not by a mistyped code, though the name is known',
      ['莲城面包房', '914403001922038215'],
      {},
      ['fault creditCode'],
    ],
    ['nor by what is no code at all', ['莲城面包房', '工商注册号 12'], {}, ['fault creditCode']],
    ['by the name where no code is given', ['莲城面包房', '—'], { enterprise: FIRM, code: null }, []],
  ])('is known, in a table with a name and a code: %s', (_, [name = '', code = ''], plan, issues) => {
    const mapping = guessMapping(['诉求内容', '企业名称', '统一社会信用代码']);
    const cells = ['停水', name, code];
    const about = { headings: [], match, names: {}, people: PEOPLE, today: TODAY, calendar: nationalCalendar };
    const row = judgeRow({ cells }, {}, { mapping, ...about });
    expect(row.plan.raised).toMatchObject(plan);
    expect(row.issues.map(({ level, field }) => `${level} ${field}`)).toEqual(issues);
  });
  test('and where nothing is said of it there is nobody; that no unit leads is no doubt then', () => {
    expect(raised(['停水'])).toMatchObject({
      plan: expect.not.objectContaining({ raised: expect.anything() }),
      issues: [],
    });
  });
});

const headings = ['事项', '领域', '牵头单位', '配合单位', '到期日', '不公开', '编号'];
const HEADS = guessMapping(headings);
const judge = (cells: string[], fix: RowFix = {}, names: Record<string, string> = {}, unvalued: number[] = []) =>
  judgeRow({ cells, unvalued }, fix, {
    mapping: HEADS,
    headings,
    match,
    names,
    people: PEOPLE,
    today: TODAY,
    calendar: nationalCalendar,
  });
const told = (cells: string[], fix?: RowFix, names?: Record<string, string>) =>
  judge(cells, fix, names).issues.map(({ level, code }) => `${level} ${code.replace('sheet.row-', '')}`);

describe('what a row becomes, and what is wrong with it', () => {
  test('a whole row is ready', () => {
    const row = judge(['整修干渠九条', '城市管理', '市水利局', '市教育局', '2026-12-01', '是']);
    expect(row.issues).toEqual([]);
    expect(row.plan).toEqual({
      text: '整修干渠九条',
      area: '城市管理',
      aim: null,
      lead: WATER,
      co: [SCHOOLS],
      due: '2026-12-01',
      dueText: null,
      confidential: true,
    });
  });

  test.each<[string, string[], string[]]>([
    ['without a text it cannot be', ['', '', '市水利局'], ['fault no-text']],
    ['too long a text is no text', ['长'.repeat(4001), '', '市水利局'], ['fault too-long']],
    ['an unknown unit is a fault, never a guess', ['修渠', '', '水务局'], ['fault unit-likely']],
    ['nor is one that is like none', ['修渠', '', '太空局'], ['fault unit-unknown']],
    ['a group is no unit', ['修渠', '', '市水利局', '各县区'], ['fault unit-group']],
    ['who leads does not help besides', ['修渠', '', '市水利局', '市水利局、市教育局'], ['doubt lead-is-co']],
    ['of several who lead the first does', ['修渠', '', '市水利局、市教育局'], ['doubt several-lead']],
    ['nobody who leads: it is registered', ['修渠'], ['doubt no-lead']],
    ['helpers without a lead are a fault', ['修渠', '', '', '市教育局'], ['fault co-without-lead']],
    ['a day that is over is a fault', ['修渠', '', '市水利局', '', '2026-11-24'], ['fault due-past']],
    ['today is not over', ['修渠', '', '市水利局', '', '2026-11-25'], []],
    ['a day beyond ten years is a slip of the pen', ['修渠', '', '市水利局', '', '2036-11-26'], ['fault due-too-far']],
    ['the last day of ten years is not', ['修渠', '', '市水利局', '', '2036-11-25'], []],
    ['a day that no calendar has is a fault', ['修渠', '', '市水利局', '', '2027-02-30'], ['fault due-impossible']],
    ['a day off is kept and pointed out', ['修渠', '', '市水利局', '', '2026-12-05'], ['doubt due-day-off']],
    ['a day worked out is shown', ['修渠', '', '市水利局', '', '年底前'], ['doubt due-worked-out']],
    ['a number of a day is that day, to be looked at', ['修渠', '', '市水利局', '', '46371'], ['doubt due-number']],
    ['and is over like any other', ['修渠', '', '市水利局', '', '46000'], ['fault due-past', 'doubt due-number']],
    ['words without a day are kept', ['修渠', '', '市水利局', '', '长期坚持'], ['doubt due-open']],
    ['who may read it is not guessed', ['修渠', '', '市水利局', '', '', '看情况'], ['fault confidential-unclear']],
    ['two faults are both said', ['', '', '太空局'], ['fault no-text', 'fault unit-unknown']],
  ])('%s', (_, cells, issues) => expect(told(cells)).toEqual(issues));

  test.each<[what: string, unvalued: number[], fix: RowFix, issues: [string, string, string][]]>([
    ['a formula without a value is pointed out by its column', [4], {}, [['doubt', 'due', '到期日']]],
    ['one that a person has put right is not', [4], { due: '2026-12-01' }, []],
    ['nor one in a column that is not used', [6, 9], {}, [['doubt', 'number', '编号']]],
    ['who may read it is not guessed of a blank either', [5], {}, [['fault', 'confidential', '不公开']]],
  ])('%s', (_, unvalued, fix, issues) => {
    const found = judge(['修渠', '', '市水利局'], fix, {}, unvalued).issues;
    expect(found.filter(({ code }) => code !== 'sheet.row-unvalued')).toEqual([]);
    expect(found.map(({ level, field, params }) => [level, field, params['head']])).toEqual(issues);
  });

  test('the likeliest units are offered and none is taken', () => {
    const row = judge(['修渠', '', '水务局']);
    expect(row.plan.lead).toBeNull();
    expect(row.issues[0]).toMatchObject({ printed: '水务局', offers: [WATER] });
  });

  test('a name that the reader has said is known in every row', () =>
    expect(told(['修渠', '', '水务局'], {}, { 水务局: WATER })).toEqual([]));

  test('what a person put right stands before the file, and takes its fault away', () => {
    const fix = { text: '修渠', lead: WATER, due: '2026-12-02', confidential: false };
    expect(told(['', '', '太空局', '', '2020-01-01', '看情况'], fix)).toEqual([]);
    expect(judge(['甲', '', '市水利局'], { due: null }).plan.due).toBeNull();
  });

  test('commas in brackets part no names', () =>
    expect(namesIn('各县（市、区）、市教育局')).toEqual(['各县（市、区）', '市教育局']));

  test('names are parted as they are written', () =>
    expect(namesIn('市水利局（牵头）、市教育局;市财政局\n市城管局')).toEqual([
      '市水利局',
      '市教育局',
      '市财政局',
      '市城管局',
    ]));
});

test('the same text twice, or in the ledger already, is a doubt that names the other', () => {
  const rows = ['甲', '乙', '甲', '丙', ''].map((text, i) => ({
    ...judge([text]),
    n: i + 1,
    digest: text,
    number: i === 3 ? 'N1' : null,
  }));
  const there = { matter: WATER, number: '交办〔2026〕1' };
  const found = judgeAlike(rows, { texts: new Map([['乙', there]]), numbers: new Map([['N1', there]]) });
  expect([...found].map(([n, { code, params, matter }]) => [n, code, params, matter])).toEqual([
    [2, 'sheet.row-same-as-matter', { number: there.number }, WATER],
    [3, 'sheet.row-same-as-row', { row: 1 }, undefined],
    [4, 'sheet.row-same-as-matter', { number: there.number }, WATER],
  ]);
});

test('everything that can be said of a row has its sentence', () => {
  const words = JSON.parse(
    readFileSync(new URL('../../../messages/zh/pages/sheets.json', import.meta.url), 'utf8'),
  ) as object;
  const source = ['judge', 'alike']
    .map((file) => readFileSync(new URL(`./${file}.rules.ts`, import.meta.url), 'utf8'))
    .join('');
  const codes = [...source.matchAll(/(?:'(?:fault|doubt)', '?\w+'?, |alike\(|\? |: )'([a-z]+(?:-[a-z]+)+)'/gu)].map(
    ([, code]) => code!,
  );
  expect(new Set(codes).size).toBeGreaterThan(14);
  expect(codes.filter((code) => !(`sheet.row-${code}` in words))).toEqual([]);
});
