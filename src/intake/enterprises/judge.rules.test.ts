import { describe, expect, test } from 'vitest';
import { creditCodeFault, creditCodeOf, industryOf, type Enterprise } from '../../directory/index.ts';
import { uuidv7 } from '../../kernel/index.ts';
import { industryCell, moneyOf, staffOf } from './cells.rules.ts';
import type { EnterpriseLine } from './enterprise-sheet.contract.ts';
import { readEnterprises } from './heads.rules.ts';
import { judgeEnterprises } from './judge.rules.ts';

const CODES = { codeOf: creditCodeOf, codeFault: creditCodeFault, industryOf };
const CODE = '914403001922038216';
const OTHER = '91330106MA28RJ5L7E';
const at = new Date('2026-03-16T02:00:00.000Z');
const line = (given: Partial<EnterpriseLine> = {}): EnterpriseLine => ({
  id: uuidv7(at),
  renaming: uuidv7(at),
  n: 2,
  code: CODE,
  name: '莲锦电力设备有限公司',
  industry: '',
  staff: '',
  revenue: '',
  assets: '',
  place: '',
  unvalued: [],
  ...given,
});
const KNOWN: Enterprise = {
  id: uuidv7(at),
  code: CODE,
  name: '莲锦电力设备有限公司',
  industry: 'C38',
  staff: 120,
  revenue: 3_400_000_000,
  assets: null,
  place: '清河县',
  size: 'small',
  earlier: [],
  closedAt: null,
};
const judged = (given: Partial<EnterpriseLine>, known: Enterprise[] = []) =>
  judgeEnterprises([line(given)], new Map(known.map((one) => [one.code, one])), CODES)[0]!;

describe('cells', () => {
  test.each([
    ['an amount without a unit is ten thousands of yuan', moneyOf('3,400'), 3_400_000_000],
    ['and so it is with that unit', moneyOf('3400 万元'), 3_400_000_000],
    ['a hundred million is said by its sign', moneyOf('1.2亿元'), 12_000_000_000],
    ['yuan are yuan', moneyOf('5000元'), 500_000],
    ['people are counted with or without the word', staffOf('1,280 人'), 1280],
    [
      'a code of industry may have its name behind it',
      industryCell('3360 金属表面处理', (code) => `C${code}`),
      'C3360',
    ],
  ])('%s', (_, cell, value) => expect(cell).toEqual({ kind: 'value', value }));

  test.each([
    ['words are no amount', moneyOf('约三千万')],
    ['half a person is none', staffOf('12.5')],
    ['what is above any enterprise is a slip of the pen', moneyOf('99999999999亿元')],
  ])('%s', (_, cell) => expect(cell).toEqual({ kind: 'wrong' }));

  test.each(['', '—', '无', '不详', ' - '])('%j is not known', (text) =>
    expect(moneyOf(text)).toEqual({ kind: 'none' }),
  );
});

describe('a line', () => {
  test.each([
    ['of a code that the register does not have is new', {}, [], 'new', ['name']],
    ['of one that it has, saying the same, does nothing', { industry: '38', staff: '120' }, [KNOWN], 'there', []],
    ['that leaves cells empty takes nothing away', { name: '' }, [KNOWN], 'there', []],
    ['that says otherwise changes that alone', { staff: '130', assets: '900' }, [KNOWN], 'change', ['staff', 'assets']],
    ['with another name renames', { name: '莲锦电气股份有限公司' }, [KNOWN], 'change', ['name']],
  ] as const)('%s', (_, given, known, state, changed) => {
    expect(judged(given, [...known])).toMatchObject({ state, changed });
  });

  test.each([
    ['a mistyped sign of the code', { code: '914403001922038215' }, 'roster.code-check'],
    ['a code that is none', { code: '123' }, 'roster.code-form'],
    ['no code', { code: '' }, 'roster.code-none'],
    ['an industry that there is not', { industry: 'Z99' }, 'roster.enterprise-industry'],
    ['no name of one that is new', { name: '' }, 'roster.enterprise-nameless'],
    ['an amount that is none', { revenue: '很多' }, 'roster.enterprise-revenue'],
  ])('is faulty with %s', (_, given, code) => {
    expect(judged(given)).toMatchObject({ state: 'fault', issues: [{ code }] });
  });

  test('whose code stands above names the row; the first is not blamed', () => {
    const two = judgeEnterprises([line({ n: 2 }), line({ n: 7, code: ` ${CODE.toLowerCase()}` })], new Map(), CODES);
    expect(two.map(({ state }) => state)).toEqual(['new', 'fault']);
    expect(two[1]!.issues[0]).toMatchObject({ code: 'roster.code-twice', params: { row: 2 } });
  });
});

test('heads are known as offices write them, money by the unit in its head, below a title; what has no place is named', () => {
  const rows = [
    { n: 1, cells: ['2025 年规上企业名单'] },
    { n: 2, cells: ['序号', '统一社会信用代码', '企业名称', '所属行业', '从业人员', '营业收入（亿元）', '法定代表人'] },
    { n: 3, cells: ['1', OTHER, '莲城市某某科技有限公司', 'I65', '40', '0.5', '某某'] },
    { n: 4, cells: ['', '', '', '', '', '', ''] },
  ];
  const found = readEnterprises([{ name: '名单', rows } as never])!;
  expect(found.lines).toMatchObject([
    { n: 3, code: OTHER, industry: 'I65', staff: '40', revenue: '0.5亿元', assets: '' },
  ]);
  expect(found.unused).toEqual(['序号', '法定代表人']);
  expect(readEnterprises([{ name: '人员', rows: [{ n: 1, cells: ['姓名', '单位'] }] } as never])).toBeNull();
});
