import { expect, test } from 'vitest';
import { choices } from '../matter.policy.ts';
import {
  appeals,
  at,
  attempt,
  DRAFTED,
  lived,
  SEATS,
  TAKEN,
  told,
  UNITS,
  WORKING,
  type Doing,
  type SeatName,
} from './life.fixture.ts';

const world = { mechanism: appeals() };
const ask = (who: SeatName, by: SeatName = 'water'): Doing => [
  by,
  'help',
  '03-03 09:00',
  { seat: SEATS[who].seat, text: '请陪企业去一趟' },
];
const HELPED: Doing[] = [...TAKEN, ask('schools')];
const codeOf = (steps: readonly Doing[], step: Doing): string => {
  const decided = attempt(lived(steps, world), step, world);
  return decided.ok ? 'done' : decided.problem.code.replace('matter.', '');
};

test.each<[sentence: string, steps: readonly Doing[], step: Doing, result: string]>([
  ['the unit that leads asks somebody to help', TAKEN, ask('schools'), 'done'],
  ['the supervision office does too', TAKEN, ask('schools', 'office'), 'done'],
  ['another unit does not', TAKEN, ask('schools', 'roads'), 'not-your-act'],
  ['nor whoever raised it', TAKEN, ask('schools', 'firm'), 'not-your-act'],
  ['nobody is asked twice', HELPED, ask('schools'), 'already-helps'],
  ['nobody of a unit that works on it', TAKEN, ask('waterHead'), 'takes-part-already'],
  ['nobody who oversees it all', TAKEN, ask('mayor'), 'not-a-helping-seat'],
  [
    'nobody who is not there',
    TAKEN,
    ['water', 'help', '03-03 09:00', { seat: UNITS.water, text: '请来' }],
    'no-such-seat',
  ],
  ['who helps reports', HELPED, ['schools', 'report', '03-04 09:00', { text: '已陪同' }], 'done'],
  ['and notes', HELPED, ['schools', 'note', '03-04 09:00', { text: '材料齐了' }], 'done'],
  [
    'but never answers',
    [...DRAFTED, ask('schools', 'office')],
    ['schools', 'answer', '03-05 16:00', { result: '好' }],
    'not-your-act',
  ],
  ['nor drafts', HELPED, ['schools', 'propose', '03-05 16:00', { result: '好' }], 'not-your-act'],
  ['nor asks others to help', HELPED, ask('parks', 'schools'), 'not-your-act'],
  [
    'who does not help reports nothing',
    TAKEN,
    ['schools', 'report', '03-04 09:00', { text: '已陪同' }],
    'not-your-act',
  ],
  [
    'it sends nobody away',
    [...HELPED, ask('parks', 'office')],
    ['schools', 'unhelp', '03-04 09:00', { seat: SEATS.parks.seat, reason: '够了' }],
    'ends-own-help-only',
  ],
  [
    'the unit lets it go',
    HELPED,
    ['water', 'unhelp', '03-04 09:00', { seat: SEATS.schools.seat, reason: '已办妥' }],
    'done',
  ],
  [
    'but only who helps',
    HELPED,
    ['water', 'unhelp', '03-04 09:00', { seat: SEATS.parks.seat, reason: '已办妥' }],
    'does-not-help',
  ],
  ['and says why', HELPED, ['water', 'unhelp', '03-04 09:00', { seat: SEATS.schools.seat }], 'given-malformed'],
])('%s', (_, steps, step, result) => {
  expect(codeOf(steps, step)).toBe(result);
});

test('who helps moves nothing: neither how far the whole has come, nor a stage, nor a clock that a leader’s word started', () => {
  const steps: Doing[] = [
    ...HELPED,
    ['mayor', 'instruct', '03-03 10:00', { text: '抓紧' }],
    ['water', 'report', '03-03 11:00', { text: '过半', percent: 50 }],
    ['mayor', 'instruct', '03-04 08:00', { text: '再报' }],
  ];
  const before = lived(steps, world);
  const after = lived([...steps, ['schools', 'report', '03-04 09:00', { text: '已陪同', percent: 90 }]], world);
  expect([after.percent, told(after)]).toEqual([50, told(before)]);
  expect(told(after).clocks['instruction water']).toBe('2026-03-09');
  expect(after.units.map(({ unit }) => unit)).toEqual([UNITS.water]);
  expect(after.counts.reports).toBe(2);
});

test('let go, it may do nothing any more; what it did stays', () => {
  const state = lived(
    [
      ...HELPED,
      ['schools', 'note', '03-04 09:00', { text: '材料齐了' }],
      ['water', 'unhelp', '03-04 10:00', { seat: SEATS.schools.seat, reason: '已办妥' }],
    ],
    world,
  );
  expect(state.helpers).toEqual([]);
  expect(choices(world.mechanism, state, SEATS.schools, at('03-05 09:00')).filter(({ allowed }) => allowed)).toEqual(
    [],
  );
});

test('a leader’s word goes on with whoever leads: the same day, the time that was left, and none for who was let go', () => {
  const steps: Doing[] = [...WORKING, ['mayor', 'instruct', '03-03 10:00', { text: '抓紧', due: '2026-03-10' }]];
  expect(told(lived(steps)).clocks['instruction water']).toBe('2026-03-10');
  const passed = lived([...steps, ['office', 'assign', '03-04 09:00', { lead: 'roads', co: [] }]]);
  expect(told(passed).clocks).toMatchObject({ 'instruction water': 'void', 'instruction roads': '2026-03-10' });
  expect(passed.clocks.findLast(({ aside }) => aside)).toMatchObject({
    startedAt: at('03-03 10:00').toISOString(),
    limit: 'due',
  });
  // What was said in time is asked of nobody again.
  const said: Doing[] = [...steps, ['water', 'report', '03-03 15:00', { text: '已派人' }]];
  expect(
    told(lived([...said, ['office', 'assign', '03-04 09:00', { lead: 'roads', co: [] }]])).clocks['instruction roads'],
  ).toBeUndefined();
});
