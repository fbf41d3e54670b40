import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import type { EditionLine } from './edition.contract.ts';
import { compare, readEdition, type Comparing, type Known } from './edition.rules.ts';

const [trade, county]: [string, string] = ['unit-trade', 'unit-county'];
const on: Comparing = {
  match: (name) =>
    name === '商务局'
      ? { kind: 'exact', unit: trade }
      : name === '东湖区'
        ? { kind: 'exact', unit: county }
        : name.startsWith('各')
          ? { kind: 'group', group: /县|区|乡/u.test(name) ? 'counties' : 'units' }
          : name === '相关单位' || name === '有关部门'
            ? { kind: 'group', group: 'units' }
            : { kind: 'unknown' },
  units: [trade, county],
  counties: [county],
  towns: [],
  said: new Map([['相关单位', [trade]]]),
  today: '2026-03-02',
  calendar: nationalCalendar,
};
const line = (item: string, more: Partial<EditionLine> = {}): EditionLine => ({
  n: 2,
  item,
  text: '一窗通办',
  area: '',
  wanted: '',
  due: '',
  units: '商务局',
  ...more,
});
const known = (item: string, more: Partial<Known> = {}): Known => ({
  id: `matter-${item}`,
  number: `复制${item}`,
  item,
  text: '一窗通办',
  area: '政府职能',
  wanted: '照片',
  due: '2026-06-30',
  dropped: false,
  units: [trade],
  parts: [],
  ...more,
});
const said = (entries: ReturnType<typeof compare>) => entries.map(({ state, item }) => `${state} ${item}`);

test.each<[sentence: string, lines: EditionLine[], there: Known[], entries: string[]]>([
  ['a number that is not there is a new item', [line('1')], [], ['new 1']],
  ['the same words are no change', [line('1')], [known('1')], ['same 1']],
  [
    'a number is known however it is written',
    ['01', '2.', '（三）', '4、', '第5条', '十二'].map((item, n) => line(item, { n: n + 2 })),
    ['1', '2', '3', '第四条', '5', '12'].map((item) => known(item)),
    ['same 1', 'same 2', 'same 3', 'same 第四条', 'same 5', 'same 12'],
  ],
  ['but 1.10 is not 1.1', [line('1.10')], [known('1.1')], ['new 1.10', 'dropped 1.1']],
  [
    'a number that is written otherwise comes twice all the same',
    [line('1'), line('（一）', { n: 3 })],
    [],
    ['new 1', 'fault 1'],
  ],
  ['other words are one', [line('1', { text: '一网通办' })], [known('1')], ['changed 1']],
  ['a cell that is left empty says nothing', [line('1', { text: '', area: '' })], [known('1')], ['same 1']],
  ['another unit is given a part', [line('1', { units: '商务局、东湖区' })], [known('1')], ['changed 1']],
  ['a unit that the line leaves out keeps its part', [line('1')], [known('1', { units: [trade, county] })], ['same 1']],
  ['what the edition has no more is dropped, and told last', [line('2')], [known('1')], ['new 2', 'dropped 1']],
  ['once', [], [known('1', { dropped: true })], []],
  ['and comes again when it is there again', [line('1')], [known('1', { dropped: true })], ['back 1']],
  ['a line without a number is at fault', [line('')], [], ['fault ']],
  ['a number twice is at fault where it comes again', [line('1'), line('1', { n: 3 })], [], ['new 1', 'fault 1']],
  ['an item that says nothing is at fault', [line('1', { text: '' })], [], ['fault 1']],
  ['one at fault is not dropped', [line('1', { wanted: '长'.repeat(401) })], [known('1')], ['fault 1']],
])('%s', (_, lines, there, entries) => {
  expect(said(compare(lines, there, on))).toEqual(entries);
});

test.each<[sentence: string, units: string, given: string[], doubt: boolean]>([
  ['units are those that are named', '商务局、东湖区', [trade, county], false],
  ['a group is those that were chosen', '各单位', [trade, county], false],
  ['nobody named is those that were chosen', '', [trade, county], false],
  ['a name that nobody bears is told and left out', '商务局，海关', [trade], true],
  ['the counties are those of the register, and nobody else', '各县区', [county], false],
  ['also beside a bureau', '各县（市、区）、商务局', [county, trade], false],
  ['however they are written', '各县市区', [county], false],
  ['of some that nobody names nobody is made up, and it is told', '商务局、有关部门', [trade], true],
  ['unless it was said who they are', '相关单位', [trade], false],
  ['towns that the register does not have are told', '各乡镇', [], true],
])('%s', (_, units, given, doubt) => {
  const [entry] = compare([line('1', { units })], [], on);
  expect(entry).toMatchObject({ state: 'new', units: given });
  expect(entry!.issues.length > 0).toBe(doubt);
});

test.each<[sentence: string, due: string, day: string | null, doubts: number]>([
  ['a day to come is kept', '2026-06-30', '2026-06-30', 0],
  ['one that has passed is told and left out', '2026-01-31', null, 1],
  ['so are words that name no day', '长期坚持', null, 1],
  ['no day is none', '', null, 0],
])('%s', (_, due, day, doubts) => {
  const [entry] = compare([line('1', { due })], [], on);
  expect(entry).toMatchObject({ due: day });
  expect(entry!.issues).toHaveLength(doubts);
});

test('a line that the ledger has is told word for word: what it said, what it says', () => {
  const [entry] = compare([line('1', { text: '一网通办', wanted: '链接' })], [known('1')], on);
  expect(entry!.changes).toEqual([
    { of: 'text', from: '一窗通办', to: '一网通办' },
    { of: 'wanted', from: '照片', to: '链接' },
  ]);
  expect(entry).toMatchObject({ area: '政府职能', matter: { number: '复制1' } });
});

test('an item that an edition names without words keeps those that it has, and says so; a new one is at fault', () => {
  const blank = [line('1', { text: '', units: '商务局、东湖区' }), line('2', { n: 3, text: '' })];
  const [kept, fresh] = compare(blank, [known('1')], on);
  expect(kept).toMatchObject({ state: 'changed', text: '一窗通办', units: [county] });
  expect(kept!.issues).toEqual([{ level: 'doubt', code: 'catalogues.row.text-kept', params: {} }]);
  expect(fresh!.issues.map(({ code }) => code)).toEqual(['catalogues.row.no-text']);
});

describe('whatever an edition says', () => {
  const item = fc.constantFrom('', '1', '2', '3', '1.1', '10');
  const text = fc.constantFrom('', '一窗通办', '一网通办');
  const lines = fc
    .array(fc.record({ item, text, units: fc.constantFrom('', '商务局', '海关') }), { maxLength: 8 })
    .map((all) => all.map((one, i) => line(one.item, { ...one, n: i + 2 })));
  const there = fc
    .uniqueArray(fc.record({ item: item.filter(Boolean), dropped: fc.boolean() }), { selector: (one) => one.item })
    .map((all) => all.map(({ item: of, dropped }) => known(of, { dropped })));

  test('nothing is lost: every line is in an entry, every item stands in one or was dropped before', () => {
    fc.assert(
      fc.property(lines, there, (some, items) => {
        const entries = compare(some, items, on);
        const rows = entries.flatMap((entry) => entry.rows);
        expect(rows.toSorted((a, b) => a - b)).toEqual(some.map(({ n }) => n));
        for (const one of items)
          expect(one.dropped || entries.some(({ item: of }) => of === one.item), one.item).toBe(true);
      }),
    );
  });

  test('each item is done something to once at most, and compared again after that nothing is left to do', () => {
    fc.assert(
      fc.property(lines, there, (some, items) => {
        const todo = compare(some, items, on).filter(({ state }) => state !== 'fault' && state !== 'same');
        expect(new Set(todo.map(({ item: of }) => of)).size).toBe(todo.length);
        const after = new Map(items.map((one) => [one.item, one]));
        for (const entry of todo) {
          const { item: of, text: words, area, wanted, state, units } = entry;
          const had = after.get(of)?.units ?? [];
          after.set(of, {
            ...known(of),
            text: words,
            area,
            wanted,
            dropped: state === 'dropped',
            units: [...had, ...units],
          });
        }
        const again = compare(some, [...after.values()], on).filter(({ state }) => state !== 'fault');
        expect(again.filter(({ state }) => state !== 'same')).toEqual([]);
      }),
    );
  });
});

test('another day that an edition names is told, and changes none', () => {
  const judged = (due: string, was: string | null) =>
    compare([line('1', { due })], [known('1', { due: was })], on).map(({ state, issues }) => [
      state,
      ...issues.map(({ code }) => code),
    ]);
  expect(judged('2026年12月31日前', '2026-06-30')).toEqual([['same', 'catalogues.row.due-kept']]);
  expect(judged('2026年12月31日前', null)).toEqual([['same', 'catalogues.row.due-unset']]);
  expect(judged('2026年6月30日前', '2026-06-30')).toEqual([['same']]);
});

test('a list is found below its title, by its heads', () => {
  const rows = [
    { n: 1, cells: ['河中省复制推广清单（第二批）'] },
    { n: 3, cells: ['序号', '改革试点经验名称', '所属领域', '佐证材料', '责任单位', '备注'] },
    { n: 4, cells: ['1', '企业开办一窗通办', '政府职能转变', '窗口照片', '各单位', ''] },
    { n: 5, cells: ['', '', '', '', '', '完'] },
  ];
  expect(
    readEdition([
      { name: '说明', rows: [] },
      { name: '清单', rows },
    ]),
  ).toEqual({
    lines: [
      { n: 4, item: '1', text: '企业开办一窗通办', area: '政府职能转变', wanted: '窗口照片', due: '', units: '各单位' },
    ],
    unused: ['备注'],
  });
  expect(readEdition([{ name: '其他', rows: rows.slice(2) }])).toBeNull();
});

test('what is written over the whole table heads its items, below it is no item; a name and what it stands for are one', () => {
  const rows = [
    ['序号', '改革事项', '主要内容', '负责单位'],
    ['一、投资便利', '', '', ''],
    ['1', '企业开办', '一个窗口交一次材料', '商务局'],
    ['（二）贸易便利', '', '', ''],
    ['2', '出口退税', '', '各单位'],
    ['注：以上事项年底前完成', '', '', ''],
  ].map((cells, n) => ({ n: n + 1, cells }));
  const read = readEdition([{ name: '清单', rows }])!;
  expect(read.unused).toEqual([]);
  expect(read.lines.map(({ item, text, area, units }) => [item, text, area, units])).toEqual([
    ['1', '企业开办：一个窗口交一次材料', '投资便利', '商务局'],
    ['2', '出口退税', '贸易便利', '各单位'],
  ]);
});
