import { expect, test } from 'vitest';
import {
  another,
  changed,
  leavesOut,
  missingIn,
  planOf,
  treeItems,
  without,
  withoutPrinciple,
  type Missing,
  type PlanRow,
} from './planRows.ts';

const item = (depth: number, text: string, quantity: string | null = null) => ({
  depth,
  indicator: quantity !== null,
  principle: false,
  text,
  rest: null,
  quantity,
  in: quantity === null ? null : ('家' as const),
  sense: 'least' as const,
  lead: quantity === null ? null : '01900000-0000-7000-8000-000000000001',
  co: [],
  strange: [],
  said: null,
  saidQuarters: [],
  printed: null,
  quarters: null,
  unsure: [],
});
const plan = planOf({
  title: '2027年计划',
  year: 2027,
  left: [],
  unread: [],
  items: [
    item(1, '产业'),
    item(2, '梯队'),
    item(3, '新增企业', '60'),
    item(3, '新认定企业', '45'),
    item(1, '民生'),
    item(3, '就业', '5'),
  ],
});

test('each row stands below the nearest above it that is less deep, indicators below none of their own', () => {
  const items = treeItems(plan, { kind: 'annual-plan', leaf: 'plan-indicator', target: 'indicator', guiding: 1 });
  const nameOf = (id: string | null | undefined) => items.find((one) => one.id === id)?.register.text;
  expect(items.map(({ parent, register, mechanism }) => [register.text, nameOf(parent), mechanism])).toEqual([
    ['2027年计划', undefined, 'annual-plan'],
    ['产业', '2027年计划', 'annual-plan'],
    ['梯队', '产业', 'annual-plan'],
    ['新增企业', '梯队', 'plan-indicator'],
    ['新认定企业', '梯队', 'plan-indicator'],
    ['民生', '2027年计划', 'annual-plan'],
    ['就业', '民生', 'plan-indicator'],
  ]);
});

test.each<[sentence: string, change: Partial<PlanRow>, code: Missing['code'] | null]>([
  ['as read, nothing is missing', {}, null],
  ['words', { text: ' ' }, 'words'],
  ['a number that is none', { quantity: '六十' }, 'quantity'],
  ['no unit of measure', { in: '' }, 'measure'],
  ['a part of what is counted one by one', { quantity: '7.2' }, 'parts'],
  ['a mean of it, which begins somewhere', { quantity: '7.2', start: '6.8' }, null],
  ['a weight of nothing', { weight: '0' }, 'weight'],
  ['quarters that rise', { quarters: ['10', '25', '40'] }, null],
  ['that fall', { quarters: ['10', '9', '40'] }, 'plan'],
  ['of which one is missing', { quarters: ['10', '', '40'] }, null],
  ['that fall past one that is missing', { quarters: ['10', '', '9'] }, 'plan'],
  ['that were read and that nobody has looked at', { quarters: ['10', '', ''], unsure: ['quarters'] }, 'proposed'],
  ['that somebody has checked', { quarters: ['10', '', ''], unsure: ['quarters'], checked: true }, null],
  ['that end above the year', { quarters: ['10', '25', '61'] }, 'plan'],
  ['that fall with what is to fall', { sense: 'most', start: '70', quarters: ['68', '66', '62'] }, null],
])('%s', (_, change, code) => {
  const rows = plan.rows.map((row, i) => (i === 2 ? { ...row, ...change } : row));
  expect(missingIn({ rows })).toEqual(code ? [{ n: 3, code }] : []);
});

test('quarters that were read are those of the row, and what is said of one alone is promised by its end alone', () => {
  const read = {
    ...item(1, '就业', '5'),
    quarters: [null, '2', null] as [null, string, null],
    rest: '其中高校毕业生1家',
  };
  const one = planOf({ title: '计划', year: 2027, left: [], unread: [], items: [read] });
  expect(one.rows[0]!.quarters).toEqual(['', '2', '']);
  const [, row] = treeItems(one, { kind: 'annual-plan', leaf: 'plan-indicator', target: 'indicator', guiding: 1 });
  expect(row!.register).toMatchObject({
    aim: '其中高校毕业生1家',
    targets: [{ quantity: '5', plan: [{ on: '2027-06-30', quantity: '2' }] }],
  });
});

test('a unit that is chosen reads the quarters of the text; what was typed meanwhile stays, and what was read is to be checked', () => {
  const said = ([1, 2, 3] as const).map((quarter) => ({ quarter, inAll: false, quantity: `${quarter * 3}`, in: null }));
  const unsure = ['measure', 'quarters-unit'] as PlanRow['unsure'];
  const read = { ...item(1, '开设特色课程', '12'), in: null, said: '一季度3节…', saidQuarters: said, unsure };
  const row = planOf({ title: '计划', year: 2027, left: [], unread: [], items: [read] }).rows[0]!;
  expect(leavesOut(row)).toBe(true);
  const typed = changed(row, { quarters: ['', '7', ''], checked: true });
  const chosen = changed(typed, { in: '项' });
  expect(chosen).toMatchObject({ in: '项', quarters: ['3', '7', '9'], unsure: ['measure', 'quarters'] });
  expect(leavesOut(chosen)).toBe(false);
  expect(missingIn({ rows: [chosen] })).toEqual([{ n: 1, code: 'proposed' }]);
  // Once read it is whoever checks it that changes it.
  const emptied = changed(changed(chosen, { quarters: ['3', '7', ''] }), { in: '次' });
  expect(emptied.quarters).toEqual(['3', '7', '']);
  expect(leavesOut(emptied)).toBe(true);
  expect(changed(row, { in: '项', quantity: '5' })).toMatchObject({
    quarters: ['', '', ''],
    unsure: ['measure', 'quarters-misfit'],
  });
});

test('a row goes with all that stands below it, and another comes below it with its units', () => {
  expect(without(plan.rows, 0).map(({ text }) => text)).toEqual(['民生', '就业']);
  expect(without(plan.rows, 3).map(({ text }) => text)).not.toContain('新认定企业');
  expect(another(plan.rows[2]!)).toMatchObject({ depth: 3, text: '', lead: plan.rows[2]!.lead });
});

const guided = {
  title: '2027年计划',
  year: 2027,
  left: ['附则'],
  unread: [],
  items: [{ ...item(1, '稳中求进'), principle: true, rest: '以进促稳。' }, item(2, '产业'), item(3, '新增企业', '60')],
};
const KINDS = { kind: 'annual-plan', leaf: 'plan-indicator', target: 'indicator' };

test('what a plan goes by is registered as of its level, and the efforts below it', () => {
  const [top, principle, effort] = treeItems(planOf(guided), { ...KINDS, guiding: 1 });
  expect(principle).toMatchObject({ parent: top!.id, register: { text: '稳中求进', aim: '以进促稳。', level: 1 } });
  expect(effort).toMatchObject({ parent: principle!.id, register: { text: '产业' } });
  expect(effort!.register).not.toHaveProperty('level');
});

test('removed, it goes alone, and the efforts stand below the plan; where plans have no such level it is among what was not used', () => {
  const alone = { ...planOf(guided), rows: without(planOf(guided).rows, 0) };
  const [top, effort, indicator] = treeItems(alone, { ...KINDS, guiding: 1 });
  expect([effort!.parent, indicator!.parent]).toEqual([top!.id, effort!.id]);
  const { items, left } = withoutPrinciple(guided);
  expect(items.map(({ depth, text }) => [depth, text])).toEqual([
    [1, '产业'],
    [2, '新增企业'],
  ]);
  expect(left).toEqual(['稳中求进。以进促稳。', '附则']);
});
