import { describe, expect, test } from 'vitest';
import { nationalCalendar as cal } from '../../kernel/index.ts';
import type { Mechanism, Rung } from '../../mechanism/index.ts';
import {
  ANSWERED,
  appeals,
  at,
  CLOSED,
  DISPUTED,
  HOST,
  lived,
  TAKEN,
  weekly,
  WORKING,
  type Step as Done,
} from '../life/life.fixture.ts';
import type { MatterState } from '../life/state.rules.ts';
import { dueRungs, nextRung } from './ladder.rules.ts';

const RUNGS: Rung[] = [
  { at: '2 workdays before', slip: 'blue', tell: ['owner'] },
  { at: '1 workday after', slip: 'yellow', tell: ['owner'] },
  { at: '3 workdays after', slip: 'orange', tell: ['owner', 'superior'] },
  { at: '5 workdays after', slip: 'red', tell: ['superior'] },
];
const under = (mechanism: Mechanism): Mechanism => ({ ...mechanism, ladder: { answer: RUNGS } });
const WEEKLY = under(weekly());
const APPEALS = under(appeals());

const BESIDE: Done[] = [...WORKING, ['office', 'assign', '03-03 09:00', { lead: 'water', co: ['roads'] }]];

/** The slips that would be given, as the ladder climbed before. */
const due = (
  steps: readonly Done[],
  when: string,
  climbed: Record<string, number> = {},
  mechanism = WEEKLY,
): string[] => slips(lived(steps, { mechanism }), when, climbed, mechanism);
const slips = (state: MatterState, when: string, climbed: Record<string, number> = {}, mechanism = WEEKLY): string[] =>
  dueRungs(state, mechanism, cal, at(when), (n, day) => climbed[`${n} ${day}`] ?? 0).map(
    ({ n, level, rung }) => `${n}: ${level} ${rung.slip}`,
  );

// The second clock, to answer, is due on Friday 20 March; the first, to accept, has been met.
describe('which rungs are climbed now', () => {
  test.each<[sentence: string, found: string[], expected: string[]]>([
    ['three days before nothing', due(WORKING, '03-17 09:00'), []],
    ['two working days before: the blue slip', due(WORKING, '03-18 09:00'), ['1: 1 blue']],
    ['once', due(WORKING, '03-18 09:10', { '1 2026-03-20': 1 }), []],
    ['on the evening on which it ran out nothing yet', due(WORKING, '03-20 19:00', { '1 2026-03-20': 1 }), []],
    [
      'the working day after it, a Monday: the yellow one',
      due(WORKING, '03-23 09:00', { '1 2026-03-20': 1 }),
      ['1: 2 yellow'],
    ],
    ['after three working days the orange one', due(WORKING, '03-25 09:00', { '1 2026-03-20': 2 }), ['1: 3 orange']],
    [
      'a worker that stood still for a week gives the worst alone',
      due(WORKING, '03-27 09:00', { '1 2026-03-20': 1 }),
      ['1: 4 red'],
    ],
    ['and nothing comes after the last', due(WORKING, '04-20 09:00', { '1 2026-03-20': 4 }), []],
    [
      'extended, it begins anew with its new day',
      due(
        [
          ...WORKING,
          ['water', 'extend', '03-19 09:00', { until: '2026-03-27', reason: '雨' }],
          ['office', 'grant', '03-19 10:00', { unit: 'water' }],
        ],
        '03-25 09:00',
        { '1 2026-03-20': 1 },
      ),
      ['1: 1 blue'],
    ],
    [
      'returned, the new clock begins at the bottom',
      due([...ANSWERED, ['office', 'return', '03-19 09:00', { reason: '不实', due: '2026-03-25' }]], '03-23 09:00', {
        '1 2026-03-20': 1,
      }),
      ['3: 1 blue'],
    ],
    [
      'who has just been assigned it is not told how little time there is',
      due(
        [
          ['office', 'register', '03-19 09:00', { text: '疏通东渠', due: '2026-03-20' }],
          ['office', 'assign', '03-19 10:00', { lead: 'water', co: [] }],
        ],
        '03-19 11:00',
      ),
      [],
    ],
    [
      'but the day after',
      due(
        [
          ['office', 'register', '03-19 09:00', { text: '疏通东渠', due: '2026-03-20' }],
          ['office', 'assign', '03-19 10:00', { lead: 'water', co: [] }],
        ],
        '03-20 09:00',
      ),
      ['1: 1 blue'],
    ],
    [
      'each unit by its own clock',
      due([...WORKING, ['office', 'assign', '03-03 09:00', { lead: 'water', co: ['roads'] }]], '03-18 09:00', {
        '1 2026-03-20': 1,
      }),
      ['3: 1 blue'],
    ],
    [
      'a clock without a ladder has no rungs',
      due(WORKING, '03-27 09:00', {}, { ...WEEKLY, ladder: { verify: RUNGS } }),
      [],
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));
});

// The yellow rung is come to on Monday 23 March, the orange one on Wednesday, the red one on Friday.
describe('a slip that says no more than one that stands is left out', () => {
  const slip = (color: string, when = '03-17 10:00', more: object = {}): Done => [
    'office',
    'slip',
    when,
    { color, ...more },
  ];
  const report: Done = ['water', 'report', '03-18 10:00', { text: '已清淤一半' }];
  const yellow = '03-23 09:00';
  test.each<[sentence: string, steps: Done[], when: string, expected: string]>([
    ['nothing stands: the yellow one is given', WORKING, yellow, 'yellow'],
    ['the office gave a yellow one, which stands: no second one', [...WORKING, slip('yellow')], yellow, 'none'],
    ['a graver one stands: nothing milder is put below it', [...WORKING, slip('red')], yellow, 'none'],
    ['a milder one stands: the yellow one is graver', [...WORKING, slip('blue')], yellow, 'yellow'],
    ['the unit has answered it by a report: it stands no more', [...WORKING, slip('yellow'), report], yellow, 'yellow'],
    [
      'it was answered, and another was given since, which stands',
      [...WORKING, slip('yellow'), report, slip('yellow', '03-19 09:00')],
      yellow,
      'none',
    ],
    ['the yellow one that stands keeps no graver rung away', [...WORKING, slip('yellow')], '03-25 09:00', 'orange'],
    [
      'another unit’s slip is nothing to this one',
      [...BESIDE, slip('red', '03-17 10:00', { unit: 'roads' })],
      yellow,
      'yellow, none',
    ],
    [
      'one that was given for another clock says something else',
      [...WORKING, slip('red', '03-17 10:00', { clock: 'accept' })],
      yellow,
      'yellow',
    ],
    [
      'a graver one that was given for this clock says more',
      [...WORKING, slip('red', '03-17 10:00', { clock: 'answer' })],
      yellow,
      'none',
    ],
    [
      'the ladder’s own of the same colour, of the day before it was extended, is said anew',
      [
        ...WORKING,
        slip('blue', '03-18 09:00', { clock: 'answer' }),
        ['water', 'extend', '03-19 09:00', { until: '2026-03-27', reason: '雨' }],
        ['office', 'grant', '03-19 10:00', { unit: 'water' }],
      ],
      '03-25 09:00',
      'blue',
    ],
  ])('%s', (_, steps, when, expected) => {
    const state = lived(steps, { mechanism: WEEKLY });
    const found = dueRungs(state, WEEKLY, cal, at(when), () => 0);
    expect(found.map(({ rung }) => rung.slip ?? 'none').join(', ')).toBe(expected);
  });

  test('and the rest of its rung is done all the same: who is to be told is', () => {
    const state = lived([...WORKING, slip('yellow')], { mechanism: WEEKLY });
    const [step] = dueRungs(state, WEEKLY, cal, at(yellow), () => 0);
    expect(step).toMatchObject({ level: 2, rung: { at: '1 workday after', tell: ['owner'] } });
    expect(nextRung(state, state.clocks[1]!, WEEKLY, cal, at('03-20 09:00'))?.rung).not.toHaveProperty('slip');
  });
});

describe('nobody is pressed about', () => {
  const late = '03-27 09:00';
  const excluded: Done[] = [
    ...DISPUTED,
    ['office', 'callback', '03-06 09:30', { reached: true, solved: false, satisfied: false, text: '仍不通' }],
    ['office', 'exclude', '03-06 10:00', { reason: '所述路段不在本市', told: '评价不计入统计' }],
    ['mayor', 'review', '03-06 11:00', { agreed: true }],
  ];
  test.each<[sentence: string, state: MatterState, mechanism: Mechanism]>([
    ['what is closed', lived(CLOSED), WEEKLY],
    ['what is answered', lived(ANSWERED), WEEKLY],
    ['what is paused', lived([...WORKING, ['office', 'pause', '03-16 09:00', { reason: '待批复' }]]), WEEKLY],
    [
      'what waits for a reply of whoever raised it',
      lived([...TAKEN, ['water', 'inquire', '03-04 09:00', { text: '在哪一段？' }]], { mechanism: APPEALS }),
      APPEALS,
    ],
    [
      'what was joined to another',
      lived([...TAKEN, ['office', 'join', '03-04 09:00', { into: HOST }]], { mechanism: APPEALS }),
      APPEALS,
    ],
    ['what was excluded', lived(excluded, { mechanism: APPEALS }), APPEALS],
  ])('%s', (_, state, mechanism) => {
    expect(slips(state, late, {}, mechanism)).toEqual([]);
    for (const clock of state.clocks) expect(nextRung(state, clock, mechanism, cal, at('03-03 09:00'))).toBeNull();
  });

  test('a clock that stands still or has stopped, whatever the matter says', () => {
    const state = lived(WORKING);
    const held = { on: '2026-03-16', due: '2026-03-20', left: 4 };
    for (const change of [{ paused: held }, { stoppedAt: '2026-03-16T02:00:00.000Z', how: 'met' as const }])
      expect(slips({ ...state, clocks: state.clocks.map((c) => ({ ...c, ...change })) }, late)).toEqual([]);
  });

  test('the same matters, were they not, would be pressed', () => {
    expect(slips(lived(WORKING), late)).toEqual(['1: 4 red']);
    expect(slips(lived(TAKEN, { mechanism: APPEALS }), late, {}, APPEALS)).toEqual(['2: 4 red']);
  });

  test('what was paused and goes on is pressed by what it has left', () => {
    const steps: Done[] = [
      ...WORKING,
      ['office', 'pause', '03-16 09:00', { reason: '待批复' }],
      ['office', 'resume', '03-23 09:00'],
    ];
    expect(due(steps, '03-24 09:00')).toEqual([]);
    expect(due(steps, '03-25 09:00')).toEqual(['1: 1 blue']);
  });
});

test('the next rung is told with its day, until there is none', () => {
  const state = lived(WORKING);
  const next = (when: string) => nextRung(state, state.clocks[1]!, WEEKLY, cal, at(when));
  expect(next('03-17 09:00')).toEqual({ day: '2026-03-18', rung: RUNGS[0] });
  expect(next('03-20 09:00')).toEqual({ day: '2026-03-23', rung: RUNGS[1] });
  expect(next('03-27 09:00')).toBeNull();
});
