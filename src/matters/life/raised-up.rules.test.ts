import { describe, expect, test } from 'vitest';
import {
  ALONE,
  appeals,
  ASSIGNED,
  DRAFTED,
  FILES,
  lived,
  mayDo,
  refusalOf,
  SEATS,
  TAKEN,
  told,
  UNITS,
  weekly,
  WORKING,
  type Doing,
} from './life.fixture.ts';
import { project } from './project.rules.ts';

const week = { mechanism: weekly() };
const appeal = { mechanism: appeals() };
const RAISED_UP: Doing = ['office', 'raise', '03-04 10:00', { seat: SEATS.mayor.seat, reason: '两次退回，无人牵头' }];
describe('a matter that is raised', () => {
  const UP: Doing[] = [...WORKING, RAISED_UP];
  test('waits for the higher seat, by a clock of its own, and its units work on', () => {
    const state = lived(UP);
    const rows = project(state, week.mechanism);
    expect(rows.matter).toMatchObject({ raisedTo: SEATS.mayor.seat, raisedAt: '2026-03-09T10:00:00.000Z', todo: null });
    expect(told(state).clocks).toMatchObject({ 'answer water': '2026-03-20', raised: '2026-03-09' });
    expect(rows.assignments).toMatchObject([{ todo: 'report', dueAt: '2026-03-20T10:00:00.000Z' }]);
    expect(mayDo(state, 'mayor', '03-04 11:00', week)).toEqual(expect.arrayContaining(['answer', 'instruct', 'lower']));
    expect(mayDo(state, 'water', '03-04 11:00', week)).toContain('report');
    expect(refusalOf(UP, ['water', 'answer', '03-05 09:00', { result: '好', files: FILES }])).toBe(
      'matter.raised-answers',
    );
  });
  test('is answered by that seat for the whole, which ends it: no unit is late by that, and none is waited for', () => {
    const steps: Doing[] = [
      ...ASSIGNED,
      ['water', 'accept', '03-02 15:00'],
      RAISED_UP,
      ['mayor', 'answer', '03-06 09:00', { result: '现场定了方案', files: FILES }],
    ];
    const state = lived(steps);
    expect(state).toMatchObject({ stage: 'answered', raised: null });
    expect(told(state)).toMatchObject({
      stances: { water: 'lead answered', roads: 'co unawaited', parks: 'co unawaited' },
      clocks: { 'answer water': 'void', 'answer roads': 'void', raised: 'met' },
    });
    expect(project(state, week.mechanism).matter).toMatchObject({ raisedTo: null, raisedAt: null, todo: 'verify' });
  });
  test('what a unit was late with stays late', () => {
    const state = lived([
      ...WORKING,
      ['office', 'raise', '03-24 09:00', { seat: SEATS.mayor.seat, reason: '逾期' }],
      ['mayor', 'answer', '03-25 09:00', { result: '办结', files: FILES }],
    ]);
    expect(told(state).clocks).toMatchObject({ 'answer water': 'late', raised: 'met' });
  });
  test('is answered from wherever it stands, accepted or not', () => {
    const state = lived([...ALONE, RAISED_UP, ['mayor', 'answer', '03-06 09:00', { result: '已定', files: FILES }]]);
    expect(state.stage).toBe('answered');
  });
  test('the unit’s draft goes to the higher seat, which answers or sends it back', () => {
    const state = lived([...TAKEN, RAISED_UP, ['water', 'propose', '03-05 10:00', { result: '便道已修通' }]], appeal);
    expect(mayDo(state, 'mayor', '03-05 11:00', appeal)).toEqual(expect.arrayContaining(['answer', 'return']));
    expect(mayDo(state, 'waterHead', '03-05 11:00', appeal)).not.toContain('answer');
    const back = lived(
      [
        ...DRAFTED,
        ['office', 'raise', '03-05 11:00', { seat: SEATS.mayor.seat, reason: '久拖' }],
        ['mayor', 'return', '03-05 12:00', { reason: '再核实' }],
      ],
      appeal,
    );
    expect(back).toMatchObject({ stage: 'working', draft: null, counts: { returns: 0 } });
  });
  test('to the head of a unit above the lead, who acts as that and not for the unit', () => {
    const county: Doing[] = [
      ['office', 'register', '03-02 09:00', { text: '补种行道树', due: '2026-03-20' }],
      ['office', 'assign', '03-02 10:00', { lead: 'parks', co: [] }],
      ['parks', 'accept', '03-02 15:00'],
      ['office', 'raise', '03-04 10:00', { seat: SEATS.countyHead.seat, reason: '逾期' }],
    ];
    const state = lived([...county, ['countyHead', 'answer', '03-05 09:00', { result: '好', files: FILES }]]);
    expect(state.stage).toBe('answered');
    expect(mayDo(lived(county), 'countyHead', '03-04 11:00', week)).not.toContain('report');
  });
  test('raised higher still, it waits for the new seat alone, for its whole time', () => {
    const other = { seat: SEATS.countyHead.seat, reason: '先报' };
    const steps: Doing[] = [
      ['office', 'register', '03-02 09:00', { text: '补种行道树', due: '2026-03-20' }],
      ['office', 'assign', '03-02 10:00', { lead: 'parks', co: [] }],
      ['office', 'raise', '03-04 10:00', other],
      ['office', 'raise', '03-06 10:00', { seat: SEATS.mayor.seat, reason: '再提' }],
    ];
    const open = lived(steps).clocks.filter((c) => c.seat && c.stoppedAt === null);
    expect(open.map(({ seat, due }) => [seat, due])).toEqual([[SEATS.mayor.seat, '2026-03-11']]);
  });
  test('given back, it waits for its unit as before, and that seat did not do it', () => {
    const state = lived([...UP, ['mayor', 'lower', '03-05 09:00', { reason: '由牵头单位办' }]]);
    expect(told(state).clocks['raised']).toBe('void');
    expect(project(state, week.mechanism).assignments[0]!.todo).toBe('answer');
    expect(mayDo(state, 'water', '03-05 10:00', week)).toContain('answer');
  });

  test.each<[sentence: string, steps: Doing[], step: Doing, world: typeof week, code: string]>([
    [
      'not to the head of the lead unit itself',
      WORKING,
      ['office', 'raise', '03-04 09:00', { seat: SEATS.waterHead.seat, reason: '逾期' }],
      week,
      'matter.not-a-higher-seat',
    ],
    [
      'not to the head of another unit',
      WORKING,
      ['office', 'raise', '03-04 09:00', { seat: SEATS.countyHead.seat, reason: '逾期' }],
      week,
      'matter.not-a-higher-seat',
    ],
    [
      'not to a handler',
      WORKING,
      ['office', 'raise', '03-04 09:00', { seat: SEATS.water.seat, reason: '逾期' }],
      week,
      'matter.not-a-higher-seat',
    ],
    [
      'not to a seat where nobody sits',
      WORKING,
      ['office', 'raise', '03-04 09:00', { seat: UNITS.water, reason: '逾期' }],
      week,
      'matter.no-such-seat',
    ],
    ['not twice to one seat', UP, RAISED_UP, week, 'matter.already-raised'],
    [
      'another mayor does not answer it',
      WORKING,
      ['mayor', 'answer', '03-05 09:00', { result: '好', files: FILES }],
      week,
      'matter.not-your-act',
    ],
    [
      'its lead unit stays meanwhile',
      UP,
      ['office', 'assign', '03-05 09:00', { lead: 'roads', co: [] }],
      week,
      'matter.lower-first',
    ],
    [
      'what was not raised is not given back',
      WORKING,
      ['office', 'lower', '03-05 09:00', { reason: '好' }],
      week,
      'matter.not-raised',
    ],
  ])('%s', (_, steps, step, world, code) => expect(refusalOf(steps, step, world)).toBe(code));
});
