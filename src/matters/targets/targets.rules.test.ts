import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, decimalOf, millionths, nationalCalendar } from '../../kernel/index.ts';
import { attempt, FILES, lived, PAPER, projects, type Step } from '../life/life.fixture.ts';
import { plannedOn, standingOf, toldStanding, wholePlan } from './curve.rules.ts';
import { viewTargets } from './target.view.ts';

const NOW = new Date('2026-03-12T02:00:00Z');
const world = { mechanism: projects(['    before: [measure]\n', '']) };
const PROMISED = { target: 'green-area', quantity: '120.4', by: '2026-04-30' };
/** Work on a park of 120.4 亩, promised on 2 March and due by the end of April. */
const BUILDING: Step[] = [
  ['office', 'register', '03-02 09:00', { text: '东湖游园', area: '城区游园', targets: [PROMISED] }],
  ['office', 'assign', '03-02 10:00', { lead: 'parks', co: ['water'], due: '2026-04-30' }],
  ['parks', 'accept', '03-02 15:00'],
];
const read = (value: string, on = '2026-03-10', more: object = {}): Step => [
  'parks',
  'measure',
  '03-12 10:00',
  { target: 'green-area', value, on, files: FILES, ...more },
];
const refused = (steps: readonly Step[], last: Step): string | null => {
  const decided = attempt(lived(steps, world), last, world);
  return decided.ok ? null : decided.problem.code.replace('matter.', '');
};

describe('a reading', () => {
  test.each<[sentence: string, before: readonly Step[], last: Step, refusal: string | null]>([
    ['of a day that has come is taken', [], read('40'), null],
    ['in hectares says the same in mu', [], read('2', '2026-03-10', { in: '公顷' }), null],
    ['in square metres that make mu exactly', [], read('12', '2026-03-10', { in: '平方米' }), null],
    ['in kilometres measures something else', [], read('2', '2026-03-10', { in: '公里' }), 'not-in-unit'],
    ['in a unit that nobody knows', [], read('2', '2026-03-10', { in: '弓' }), 'given-malformed'],
    ['as a floating number', [], read('4e1'), 'given-malformed'],
    ['of tomorrow', [], read('40', '2026-03-13'), 'reading-ahead'],
    ['of the day on which it begins', [], read('1', '2026-03-02'), null],
    ['of a year that was mistyped', [], read('1', '2020-03-10'), 'reading-before-begin'],
    ['of a day before the last reading, sent late', [read('40')], read('39', '2026-03-09'), null],
    [
      'sent late, more than was read after it',
      [read('40')],
      read('41', '2026-03-09'),
      'reading-above-later-unexplained',
    ],
    ['the same, explained', [read('40')], read('41', '2026-03-09', { reason: '后来冻死一亩' }), null],
    [
      'sent late, less than was read before it',
      [read('30', '2026-03-05'), read('40')],
      read('29', '2026-03-09'),
      'reading-back-unexplained',
    ],
    ['of the same day, grown', [read('40')], read('40.5'), null],
    ['less than the last, unexplained', [read('40')], read('39.9'), 'reading-back-unexplained'],
    ['less than the last, explained', [read('40')], read('39.9', '2026-03-11', { reason: '冻死补种' }), null],
    ['more than promised, unexplained', [], read('120.5'), 'reading-over-unexplained'],
    ['more than promised, explained', [], read('120.5', '2026-03-10', { reason: '多种了路口' }), null],
    [
      'above ten times what was promised, explained and not looked at again',
      [],
      read('1204.1', '2026-03-10', { reason: '复测' }),
      'reading-far-over',
    ],
    ['the same, looked at again', [], read('1204.1', '2026-03-10', { reason: '复测', sure: true }), null],
    ['looked at again and not explained', [], read('1204.1', '2026-03-10', { sure: true }), 'reading-over-unexplained'],
    ['ten times what was promised, explained', [], read('1204', '2026-03-10', { reason: '复测' }), null],
    ['of all that was promised needs no reason', [], read('120.4'), null],
    [
      'of what this matter has not promised',
      [],
      ['parks', 'measure', '03-12 10:00', { target: 'greenway', value: '1', on: '2026-03-10', files: FILES }],
      'target-not-promised',
    ],
    ['without a photograph, where the file demands one', [], read('40', '2026-03-10', { files: [] }), 'give-photo'],
    ['with a paper in place of the photograph', [], read('40', '2026-03-10', { files: PAPER }), 'give-photo'],
    ['with a paper beside it', [], read('40', '2026-03-10', { files: [...FILES, ...PAPER] }), null],
    ['by a unit that has no part in it', [], ['schools', ...read('40').slice(1)] as unknown as Step, 'not-your-act'],
  ])('%s', (_, before, last, refusal) => expect(refused([...BUILDING, ...before], last)).toBe(refusal));

  test('is kept in the unit of the target, to the digit', () => {
    const state = lived([...BUILDING, read('2.000001', '2026-03-10', { in: '公顷' })], world);
    expect(state.targets[0]!.readings).toMatchObject([{ value: '30.000015', on: '2026-03-10', odd: null }]);
  });

  test('that comes late stands among the days, and the last stays the last', () => {
    const late = [...BUILDING, read('30', '2026-03-05'), read('40'), read('36', '2026-03-08')];
    const { rows } = viewTargets(world.mechanism, lived(late, world), { now: NOW, calendar: nationalCalendar })!;
    expect(rows[0]!.readings.map(({ on, value }) => `${on} ${value}`)).toEqual([
      '2026-03-05 30',
      '2026-03-08 36',
      '2026-03-10 40',
    ]);
    expect(rows[0]!.standing).toMatchObject({ on: '2026-03-10' });
  });

  test('stays when another quantity is promised in place of the first', () => {
    const change = { ...PROMISED, quantity: '100', reason: '规划调整' };
    const state = lived([...BUILDING, read('40'), ['office', 'target', '03-13 09:00', change]], world);
    expect(state.targets).toMatchObject([{ quantity: '100', from: '2026-03-02', readings: [{ value: '40' }] }]);
  });
});

describe('where a reading is taken', () => {
  const LAKE = { longitude: 113.6, latitude: 33.9 };
  const site = (place: object | null, targets: readonly object[] = [PROMISED]): Step[] => [
    ['office', 'register', '03-02 09:00', { text: '东湖游园', place, targets }],
    ...BUILDING.slice(1),
  ];
  // A hundredth of a degree of latitude is 1.1 km.
  const north = (km: number, accuracy = 8) => ({
    position: { longitude: 113.6, latitude: 33.9 + km / 111.19, accuracy },
  });
  test.each<[sentence: string, before: Step[], more: object, refusal: string | null]>([
    ['on the site', site(LAKE), north(0.3), null],
    ['at the far end of a park', site(LAKE), north(1.9), null],
    ['in another part of the town', site(LAKE), north(5), 'reading-away-unexplained'],
    ['there, and says why', site(LAKE), { ...north(5), reason: '在苗圃清点' }, null],
    ['by a device that knows it to some kilometres', site(LAKE), north(5, 4000), null],
    ['without a position', site(LAKE), {}, null],
    ['of a site of which nobody has said where it is', site(null), north(50), null],
    ['of one whose place stands in words alone', site({ text: '东湖边' }), north(50), null],
    [
      'along a greenway of ten kilometres',
      site(LAKE, [PROMISED, { target: 'greenway', quantity: '10', by: '2026-04-30' }]),
      north(9),
      null,
    ],
  ])('%s', (_, before, more, refusal) => expect(refused(before, read('40', '2026-03-10', more))).toBe(refusal));

  test('it is marked with how far away it was', () => {
    const steps = [...site(LAKE), read('40', '2026-03-10', { ...north(5), reason: '在苗圃清点' })];
    expect(lived(steps, world).targets[0]!.readings).toMatchObject([{ odd: null, away: 5000, reason: '在苗圃清点' }]);
  });
});

describe('a promise', () => {
  const promise = (given: object): Step => [
    'office',
    'target',
    '03-12 09:00',
    { ...PROMISED, target: 'greenway', ...given },
  ];
  test.each<[sentence: string, given: object, refusal: string | null]>([
    ['of another kind is added', { quantity: '18.85' }, null],
    ['in metres is kept in kilometres', { quantity: '18850', in: '米' }, null],
    ['of nothing', { quantity: '0' }, 'target-of-nothing'],
    ['that began a year ago', { from: '2025-03-02' }, null],
    ['that began in a year that was mistyped', { from: '1900-03-02' }, 'day-too-early'],
    ['that ends before it begins', { from: '2026-05-01' }, 'target-before-it-begins'],
    ['with a plan that rises', { quantity: '10', plan: [{ on: '2026-04-01', quantity: '4' }] }, null],
    [
      'with a plan that falls',
      {
        quantity: '10',
        plan: [
          { on: '2026-04-01', quantity: '4' },
          { on: '2026-04-09', quantity: '3' },
        ],
      },
      'plan-runs-back',
    ],
    [
      'with a plan of more than all',
      { quantity: '10', plan: [{ on: '2026-04-01', quantity: '11' }] },
      'plan-runs-back',
    ],
    ['with a plan beyond the end', { quantity: '10', plan: [{ on: '2026-05-01', quantity: '4' }] }, 'plan-runs-back'],
    ['of what the file does not know', { target: 'bridges' }, 'no-such-target'],
    ['changed without a word', { target: 'green-area' }, 'target-change-unexplained'],
  ])('%s', (_, given, refusal) => expect(refused(BUILDING, promise(given))).toBe(refusal));

  test('is nobody’s to be measured before it is made', () => {
    const bare: Step[] = [['office', 'register', '03-02 09:00', { text: '东湖游园' }], ...BUILDING.slice(1)];
    expect(refused(bare, read('40'))).toBe('nothing-promised');
  });
});

describe('plan and fact', () => {
  const target = {
    from: '2026-03-01',
    by: '2026-03-31',
    quantity: '100',
    plan: [{ on: '2026-03-11', quantity: '40' }],
  };
  test.each<[sentence: string, on: string, value: string, planned: string, short: string | null, ahead: string | null]>(
    [
      ['before it begins nothing is planned', '2026-02-01', '0', '0', null, null],
      ['half way to the first point, half of that', '2026-03-06', '7.6', '20', '12.4', null],
      ['on a point, that very quantity', '2026-03-11', '40', '40', null, null],
      ['between two points, in proportion', '2026-03-21', '75', '70', null, '5'],
      ['after the end, all of it', '2026-06-01', '99.5', '100', '0.5', null],
    ],
  )('%s', (_, on, value, planned, short, ahead) =>
    expect(standingOf(target, { on, value })).toMatchObject({ planned, short, ahead }),
  );

  const bridges = { from: '2026-03-01', by: '2026-03-31', quantity: '20', plan: [], in: '座' as const };
  test.each<[sentence: string, given: object, value: string, short: string | null, ahead: string | null]>([
    ['of bridges, what is short is whole ones, rounded up', {}, '8', '6', null],
    ['what keeps up with the plan is neither', {}, '14', null, null],
    ['what goes ahead does so by whole ones', {}, '15', null, '1'],
    ['of what is not to be passed, what is above is rounded up', { sense: 'most' }, '15', '2', null],
    ['and what the plan just holds is neither', { sense: 'most' }, '13', null, null],
    [
      'a plan by quarters of it has parts, and what is short of it none',
      { plan: [{ on: '2026-03-20', quantity: '13.5' }] },
      '8',
      '7',
      null,
    ],
    ['a mean of what is counted has parts', { quantity: '20.5' }, '8', '5.666', null],
    ['so has an area', { in: '亩' }, '8', '5.333', null],
    ['and ten thousand of it', { in: '万株' }, '8', '5.333', null],
  ])('%s', (_, given, value, short, ahead) =>
    expect(toldStanding({ ...bridges, ...given }, { on: '2026-03-21', value })).toMatchObject({ short, ahead }),
  );

  test('told in whole ones, the same are behind', () => {
    const size = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 0, max: 30 }), fc.boolean(), (all, is, day, most) => {
        const target = { ...bridges, quantity: String(all), ...(most ? { sense: 'most' as const } : {}) };
        const reading = { on: addDays(bridges.from, day), value: String(is) };
        const [told, exact] = [toldStanding(target, reading), standingOf(target, reading)];
        expect(told.short === null).toBe(exact.short === null);
        expect(`${told.planned}${told.short}${told.ahead}`).not.toContain('.');
      }),
    );
  });

  test('the plan never falls, and ends at what was promised', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.bigInt({ min: 0n, max: 10n ** 12n })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(steps, fc.bigInt({ min: 1n, max: 10n ** 12n }), (points, more) => {
        let [day, all] = ['2026-01-01', 0n];
        const between = points.map(([days, n]) => {
          day = addDays(day, days);
          all += n;
          return { on: day, quantity: decimalOf(all) };
        });
        const quantity = decimalOf(all + more);
        const by = addDays(day, 5);
        const whole = wholePlan({ from: '2026-01-01', by, quantity, plan: between });
        const sizes = Array.from({ length: 330 }, (_, n) => plannedOn(whole, addDays('2026-01-01', n)));
        expect(sizes.every((n, i) => i === 0 || n >= sizes[i - 1]!)).toBe(true);
        expect(plannedOn(whole, by)).toBe(millionths(quantity));
      }),
    );
  });

  test('what was not measured is unknown, and not nothing', () => {
    const { rows } = viewTargets(world.mechanism, lived(BUILDING, world), { now: NOW, calendar: nationalCalendar })!;
    expect(rows).toMatchObject([{ quantity: '120.4', standing: null, readings: [] }]);
  });
});
