import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import { attempt, indicators, lived, type Step } from '../life/life.fixture.ts';
import { standingOf } from './curve.rules.ts';
import { viewTargets } from './target.view.ts';
import { cadenceOf, wantedOf } from './wanted.rules.ts';

const world = { mechanism: indicators() };
const COUNTED = { target: 'indicator', quantity: '60', in: '家', by: '2026-12-31' };
const registered = (targets: object): Step => [
  'office',
  'register',
  '03-02 09:00',
  { text: '新增规上企业', targets: [targets] },
];
const going = (targets: object): Step[] => [
  registered(targets),
  ['office', 'assign', '03-02 10:00', { lead: 'parks', co: [] }],
  ['parks', 'accept', '03-02 15:00'],
];
const read = (value: string, on = '2026-03-10', more: object = {}): Step => [
  'parks',
  'measure',
  '03-12 10:00',
  { target: 'indicator', value, on, ...more },
];
const code = (decided: ReturnType<typeof attempt>): string | null =>
  decided.ok ? null : decided.problem.code.replace('matter.', '');

describe('a target in a unit of its own', () => {
  test.each<[sentence: string, given: object, refusal: string | null]>([
    ['says in which', COUNTED, null],
    ['which has to be said', { ...COUNTED, in: undefined }, 'target-without-unit'],
    ['a level begins somewhere', { ...COUNTED, in: '%', quantity: '60', start: '52.4' }, null],
    ['and ends above that', { ...COUNTED, in: '%', quantity: '50', start: '52.4' }, 'target-not-above-start'],
    ['unless it is to fall', { ...COUNTED, in: '%', quantity: '50', start: '52.4', sense: 'most' }, null],
    ['none at all may be promised as a limit', { ...COUNTED, in: '件', quantity: '0', sense: 'most' }, null],
    [
      'a plan falls with what is to fall',
      { ...COUNTED, quantity: '50', start: '52', sense: 'most', plan: [{ on: '2026-06-30', quantity: '51' }] },
      null,
    ],
    [
      'and does not rise on the way',
      { ...COUNTED, quantity: '50', start: '52', sense: 'most', plan: [{ on: '2026-06-30', quantity: '53' }] },
      'plan-runs-back',
    ],
    ['what is counted one by one has no parts', { ...COUNTED, quantity: '5.5' }, 'target-of-parts-own'],
    [
      'nor is there a tenth of one in ten thousands',
      { ...COUNTED, in: '万人', quantity: '5.00005' },
      'target-of-parts-own',
    ],
    ['thousands of them are whole', { ...COUNTED, in: '万人', quantity: '5.2' }, null],
    ['a mean is a level, and says where it began', { ...COUNTED, in: '张', quantity: '7.2', start: '6.8' }, null],
    ['days have parts', { ...COUNTED, in: '天', quantity: '2.5' }, null],
    ['it weighs nothing beside nothing', { ...COUNTED, weight: '2' }, 'weighs-beside-none'],
  ])('%s', (_, { weight, ...given }: { weight?: string }, refusal) => {
    const step = registered(given);
    (step[3] as Record<string, unknown>)['weight'] = weight;
    expect(code(attempt(null, step, world))).toBe(refusal);
  });

  test.each<[sentence: string, given: object, last: Step, refusal: string | null]>([
    ['more than all of it wants a reason', COUNTED, read('61'), 'reading-over-unexplained'],
    [
      'a level above ten times its aim is looked at again',
      { ...COUNTED, in: '%', start: '50' },
      read('601'),
      'reading-far-over',
    ],
    ['a part of what is counted one by one is none', COUNTED, read('5.5'), 'reading-of-parts'],
    ['said in ten thousands, as little', { ...COUNTED, in: '万人' }, read('4.00005'), 'reading-of-parts'],
    ['of a mean it may be', { ...COUNTED, in: '张', quantity: '7.2', start: '6.8' }, read('6.95'), null],
    ['a level above what was promised wants none', { ...COUNTED, in: '%', start: '50' }, read('61'), null],
    [
      'a level below where it began does',
      { ...COUNTED, in: '%', start: '50' },
      read('49'),
      'reading-behind-start-unexplained',
    ],
    [
      'and so does one above, where it is to fall',
      { ...COUNTED, in: '天', quantity: '0.5', start: '1', sense: 'most' },
      read('45'),
      'reading-behind-start-unexplained',
    ],
    [
      'said why, it is taken',
      { ...COUNTED, in: '天', quantity: '0.5', start: '1', sense: 'most' },
      read('1.2', '2026-03-10', { reason: '系统切换' }),
      null,
    ],
    [
      'another unit of the same kind says the same',
      { ...COUNTED, in: '万人' },
      read('50000', '2026-03-10', { in: '人' }),
      null,
    ],
    ['a limit that is passed is explained', { ...COUNTED, sense: 'most' }, read('61'), 'reading-over-unexplained'],
    [
      'it stays in its unit when another quantity is promised',
      COUNTED,
      ['office', 'target', '03-12 10:00', { ...COUNTED, in: '人', reason: '调整' }],
      'not-in-unit',
    ],
  ])('%s', (_, given, last, refusal) => {
    expect(code(attempt(lived(going(given), world), last, world))).toBe(refusal);
  });

  test('a level goes up and down without a word; a limit falls short when it is passed', () => {
    const level = lived([...going({ ...COUNTED, in: '%', start: '50' }), read('55'), read('54', '2026-03-11')], world);
    expect(level.targets[0]!.readings.map(({ odd }) => odd)).toEqual([null, null]);
    const limit = lived([...going({ ...COUNTED, sense: 'most' }), read('9', '2026-03-12')], world);
    expect(standingOf(limit.targets[0]!, limit.targets[0]!.readings[0]!)).toMatchObject({
      short: '7.027',
      percent: '15',
    });
  });
});

describe('the readings that are wanted each month', () => {
  const rule = { every: 'month', within: '5 workdays' } as const;
  const months = { from: '2026-01-01', by: '2026-12-31' };
  test.each<[sentence: string, day: string, last: string | null, wanted: [on: string, late: boolean] | null]>([
    ['in the first month none yet', '2026-01-20', null, null],
    ['on its last day, that of its end', '2026-03-31', '2026-02-28', ['2026-03-31', false]],
    ['a month that ends on a Saturday may be read on its last working day', '2026-02-02', '2026-01-30', null],
    ['five working days after the end it is not late', '2026-04-08', '2026-02-28', ['2026-03-31', false]],
    ['on the sixth it is', '2026-04-09', '2026-02-28', ['2026-03-31', true]],
    ['what was never read is late from the first on', '2026-03-20', null, ['2026-02-28', true]],
    ['after the year only its end is wanted', '2027-03-20', '2026-12-31', null],
  ])('%s', (_, day, last, wanted) => {
    const readings = last ? [{ on: last }] : [];
    const due = wantedOf(cadenceOf(months, rule, day, nationalCalendar), readings);
    expect(due && [due.on, due.late]).toEqual(wanted);
  });

  test.each<[sentence: string, day: string, wanted: [on: string, late: boolean] | null]>([
    ['of the months before, none is asked for', '2026-03-24', null],
    ['the month in which it was signed for is the first', '2026-03-31', ['2026-03-31', false]],
    ['and is waited for as ever', '2026-04-08', ['2026-03-31', false]],
    ['and no longer', '2026-04-09', ['2026-03-31', true]],
  ])('signed for in the middle of March: %s', (_, day, wanted) => {
    const due = wantedOf(cadenceOf({ ...months, signed: '2026-03-16' }, rule, day, nationalCalendar), []);
    expect(due && [due.on, due.late]).toEqual(wanted);
  });

  test('of what is read when there is something to read, none is wanted', () => {
    expect(cadenceOf(months, {}, '2026-06-10', nationalCalendar)).toEqual({ last: null, overdue: null, missed: null });
  });

  test('each quarter, where the file says so', () => {
    const quarter = { every: 'quarter', within: '10 workdays' } as const;
    expect(cadenceOf(months, quarter, '2026-05-20', nationalCalendar)).toEqual({
      last: { on: '2026-03-31', until: '2026-04-15' },
      overdue: { on: '2026-03-31', until: '2026-04-15' },
      missed: '2026-03-31',
    });
  });
});

describe('the plan and the clock say the same day', () => {
  const MONTHS = { ...COUNTED, from: '2026-01-01' };
  const given = (day: string): Step[] => [
    ['office', 'register', `${day} 09:00`, { text: '新增规上企业', targets: [MONTHS] }],
    ['office', 'assign', `${day} 10:00`, { lead: 'parks', co: [] }],
  ];
  const accepts = (day: string, unit: 'parks' | 'water' = 'parks'): Step => [unit, 'accept', `${day} 15:00`];
  const reads = (day: string, on: string): Step => [
    'parks',
    'measure',
    `${day} 10:00`,
    { target: 'indicator', value: '20', on },
  ];
  const clockOf = (state: ReturnType<typeof lived>) =>
    state.clocks.find(({ clock, stoppedAt }) => clock === 'reading' && stoppedAt === null)?.due;

  test.each<[sentence: string, steps: Step[], on: string, wanted: [on: string, until: string] | null]>([
    ['issued and accepted on one day, of the month before none', [...given('03-02'), accepts('03-02')], '03-09', null],
    [
      'the first is of the month in which it was accepted',
      [...given('03-02'), accepts('03-02')],
      '03-31',
      ['2026-03-31', '2026-04-08'],
    ],
    [
      'accepted on the day before the last working day of a month, it is of that month',
      [...given('03-30'), accepts('03-30')],
      '04-01',
      ['2026-03-31', '2026-04-08'],
    ],
    ['accepted on its last working day, it is of the next', [...given('03-30'), accepts('03-31')], '04-09', null],
    ['accepted on the first of the next, it is not', [...given('03-30'), accepts('04-01')], '04-09', null],
    [
      'with a reading in March, the next is of April',
      [...given('03-02'), accepts('03-02'), reads('03-31', '2026-03-31')],
      '04-30',
      ['2026-04-30', '2026-05-11'],
    ],
    [
      'given to another unit in April, of March none is asked of it',
      [
        ...given('03-02'),
        accepts('03-02'),
        ['office', 'assign', '04-02 10:00', { lead: 'water', co: [] }],
        accepts('04-03', 'water'),
      ],
      '04-10',
      null,
    ],
  ])('%s', (_, steps, on, wanted) => {
    const state = lived(steps, world);
    const today = { now: new Date(`2026-${on}T10:00:00+08:00`), calendar: nationalCalendar };
    const due = viewTargets(world.mechanism, state, today)!.rows[0]!.wanted;
    expect(due && [due.on, due.until]).toEqual(wanted);
    if (due && !state.targets[0]!.readings.length) expect(clockOf(state)).toBe(due.until);
    else expect(clockOf(state)! > `2026-${on}`).toBe(true);
  });

  test('until somebody signed for it, it is waited for since it was registered', () => {
    const asked = { now: new Date('2026-04-10T10:00:00+08:00'), calendar: nationalCalendar };
    const { rows } = viewTargets(world.mechanism, lived(given('03-30'), world), asked)!;
    expect(rows[0]!.wanted).toEqual({ on: '2026-03-31', until: '2026-04-08', late: true });
  });

  test('what was sent back is still owed since it was signed for, and not since it came back', () => {
    const state = lived(
      [
        ...given('03-02'),
        accepts('03-02'),
        ['parks', 'answer', '04-01 10:00', { result: '已完成', unreached: '数据口径调整' }],
        ['office', 'return', '04-02 10:00', { reason: '没有读数' }],
      ],
      world,
    );
    const asked = { now: new Date('2026-04-03T10:00:00+08:00'), calendar: nationalCalendar };
    expect(viewTargets(world.mechanism, state, asked)!.rows[0]!.wanted).toMatchObject({ on: '2026-03-31' });
  });
});
