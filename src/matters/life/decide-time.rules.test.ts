import { describe, expect, test } from 'vitest';
import { calendar } from '../../kernel/index.ts';
import { fold } from './fold.rules.ts';
import { ALONE, ASSIGNED, attempt, FILES, lived, told, UNITS, weekly, WORKING, type Step } from './life.fixture.ts';

const asked = (when: string, until = '2026-03-27'): Step => ['water', 'extend', when, { until, reason: '连日降雨' }];
const ASKED: Step[] = [...WORKING, asked('03-10 09:00')];
const paused = (when: string): Step => ['office', 'pause', when, { reason: '等待上级批复' }];
const resumed = (when: string): Step => ['office', 'resume', when];
/** As WORKING, but registered in autumn with a day after National Week. */
const autumn = (due: string): Step[] => [
  ['office', 'register', '09-21 09:00', { text: '修缮校舍', due }],
  ['office', 'assign', '09-21 10:00', { lead: 'schools', co: [] }],
  ['schools', 'accept', '09-21 11:00'],
];
const dueOf = (steps: Step[]): string | undefined => {
  const { clocks } = told(lived(steps));
  return clocks['answer water'] ?? clocks['answer schools'];
};

describe('more time', () => {
  test.each<[sentence: string, before: Step[], step: Step, code: string | null]>([
    ['asked at 17:59 on the due day: in time', WORKING, asked('03-20 17:59'), null],
    ['asked at 18:00 sharp: still in time', WORKING, asked('03-20 18:00'), null],
    ['asked at 18:01 on the due day: too late', WORKING, asked('03-20 18:01'), 'extension-after-deadline'],
    ['asked a week later: too late', WORKING, asked('03-27 09:00', '2026-04-10'), 'extension-after-deadline'],
    ['asked before the unit has accepted', ALONE, asked('03-02 11:00'), null],
    ['asked for the day that it is due anyway', WORKING, asked('03-10 09:00', '2026-03-20'), 'extension-not-later'],
    ['asked twice', ASKED, asked('03-11 09:00', '2026-03-31'), 'extension-already-asked'],
    [
      'asked while no time passes',
      [...WORKING, paused('03-04 09:00')],
      asked('03-05 09:00'),
      'paused-needs-no-extension',
    ],
    [
      'granted though nobody asked',
      WORKING,
      ['office', 'grant', '03-10 10:00', { unit: 'water' }],
      'no-extension-asked',
    ],
    [
      'granted to a unit that did not ask',
      ASKED,
      ['office', 'grant', '03-10 10:00', { unit: 'roads' }],
      'no-extension-asked-by',
    ],
    [
      'denied to a unit that did not ask',
      ASKED,
      ['office', 'deny', '03-10 10:00', { unit: 'roads', reason: '不' }],
      'no-extension-asked-by',
    ],
    [
      'granted for less than there is',
      ASKED,
      ['office', 'grant', '03-10 10:00', { unit: 'water', until: '2026-03-19' }],
      'extension-not-later',
    ],
    [
      'granted so late that the day asked for has passed',
      ASKED,
      ['office', 'grant', '03-30 10:00', { unit: 'water' }],
      'due-in-the-past',
    ],
    [
      'granted so late, but to a day to come',
      ASKED,
      ['office', 'grant', '03-30 10:00', { unit: 'water', until: '2026-04-03' }],
      null,
    ],
    ['the mayor grants', ASKED, ['mayor', 'grant', '03-10 10:00', { unit: 'water' }], null],
    ['a unit does not grant itself', ASKED, ['waterHead', 'grant', '03-10 10:00', { unit: 'water' }], 'not-your-act'],
  ])('%s', (_, before, step, code) => {
    const decided = attempt(lived(before), step);
    expect(decided.ok ? null : decided.problem.code).toBe(code && `matter.${code}`);
  });

  test.each<[sentence: string, step: Step, due: string, extensions: number]>([
    ['granted as asked', ['office', 'grant', '03-10 10:00', { unit: 'water' }], '2026-03-27', 1],
    [
      'granted for a shorter time',
      ['office', 'grant', '03-10 10:00', { unit: 'water', until: '2026-03-24' }],
      '2026-03-24',
      1,
    ],
    [
      'denied: all stays as it was',
      ['office', 'deny', '03-10 10:00', { unit: 'water', reason: '尚有时间' }],
      '2026-03-20',
      0,
    ],
  ])('%s', (_, step, due, extensions) => {
    const state = lived([...ASKED, step]);
    expect(told(state).clocks['answer water']).toBe(due);
    expect(state).toMatchObject({ asked: [], counts: { extensions } });
    expect(attempt(state, asked('03-11 09:00', '2026-04-10')).ok).toBe(true);
  });

  test('an answer withdraws the request, and a unit that leaves takes its request with it', () => {
    const answered: Step = ['water', 'answer', '03-11 09:00', { result: '已办', files: FILES }];
    expect(lived([...ASKED, answered]).asked).toEqual([]);
    expect(lived([...ASKED, ['office', 'assign', '03-11 09:00', { lead: 'roads', co: [] }]]).asked).toEqual([]);
  });

  test('a co-unit asks for itself; the lead’s day stays', () => {
    const state = lived([
      ...ASSIGNED,
      ['roads', 'extend', '03-03 09:00', { until: '2026-03-27', reason: '封路' }],
      ['office', 'grant', '03-03 10:00', { unit: 'roads' }],
    ]);
    expect(told(state).clocks).toMatchObject({ 'answer water': '2026-03-20', 'answer roads': '2026-03-27' });
  });

  test('an overdue matter that is granted more time runs again, and its lateness is not yet decided', () => {
    const state = lived([...ASKED, ['office', 'grant', '03-23 10:00', { unit: 'water' }]]);
    expect(state.clocks.find((c) => c.clock === 'answer')).toMatchObject({ due: '2026-03-27', how: null });
  });

  test('only a clock that may be extended is, and without one there is nothing to ask for', () => {
    const mechanism = weekly(['    extendable: true\n', '']);
    expect(attempt(lived(WORKING), asked('03-10 09:00'), { mechanism })).toMatchObject({
      problem: { code: 'matter.nothing-to-extend' },
    });
  });
});

describe('time that stands still', () => {
  test.each<[sentence: string, steps: Step[], due: string]>([
    [
      'paused and resumed on one day: nothing moves',
      [...WORKING, paused('03-04 09:00'), resumed('03-04 17:00')],
      '2026-03-20',
    ],
    [
      'paused on Wednesday, resumed on Friday: two working days',
      [...WORKING, paused('03-04 09:00'), resumed('03-06 09:00')],
      '2026-03-24',
    ],
    [
      'a weekend that stood still is no working time',
      [...WORKING, paused('03-06 09:00'), resumed('03-08 09:00')],
      '2026-03-20',
    ],
    [
      'paused before National Week, resumed after it: four working days, the make-up Saturday among them',
      [
        ...autumn('2026-10-12'),
        ['office', 'pause', '09-29 09:00', { reason: '停工' }],
        ['office', 'resume', '10-10 09:00'],
      ],
      '2026-10-16',
    ],
    [
      'stood still through nothing but holidays: not one day',
      [
        ...autumn('2026-10-12'),
        ['office', 'pause', '09-30 09:00', { reason: '放假' }],
        ['office', 'resume', '10-07 20:00'],
      ],
      '2026-10-12',
    ],
    [
      'overdue by an evening, paused and resumed: overdue still',
      [...WORKING, paused('03-20 19:00'), resumed('03-23 09:00')],
      '2026-03-20',
    ],
    [
      'overdue since Friday, paused on Saturday: Monday is not given to it',
      [...WORKING, paused('03-21 10:00'), resumed('03-23 09:00')],
      '2026-03-20',
    ],
    [
      'overdue by a working day, paused for three: overdue by one',
      [...WORKING, paused('03-23 09:00'), resumed('03-26 09:00')],
      '2026-03-25',
    ],
    [
      'a day granted during the pause is the day named, plus what still stands still after it',
      [
        ...ASKED,
        paused('03-11 09:00'),
        ['office', 'grant', '03-13 09:00', { unit: 'water', until: '2026-03-31' }],
        resumed('03-16 09:00'),
      ],
      '2026-04-01',
    ],
    [
      'so is a day named for all, resumed at once',
      [
        ...WORKING,
        paused('03-11 09:00'),
        ['office', 'assign', '03-18 09:00', { lead: 'water', co: [], due: '2026-03-31' }],
        resumed('03-18 10:00'),
      ],
      '2026-03-31',
    ],
  ])('%s', (_, steps, due) => {
    expect(dueOf(steps)).toBe(due);
  });

  test.each<[sentence: string, before: Step[], step: Step, code: string]>([
    ['paused twice', [...WORKING, paused('03-04 09:00')], paused('03-05 09:00'), 'already-paused'],
    ['resumed though it runs', WORKING, resumed('03-05 09:00'), 'not-paused'],
    [
      'a unit does not stop its own clock',
      WORKING,
      ['waterHead', 'pause', '03-05 09:00', { reason: '忙' }],
      'not-your-act',
    ],
  ])('refused: %s', (_, before, step, code) => {
    expect(attempt(lived(before), step)).toMatchObject({ problem: { code: `matter.${code}` } });
  });

  test('where no clock may be paused there is nothing to pause', () => {
    const mechanism = weekly(['    pausable: true\n', '']);
    expect(attempt(lived(WORKING), paused('03-05 09:00'), { mechanism })).toMatchObject({
      problem: { code: 'matter.nothing-to-pause' },
    });
  });

  test('a grant during the pause must be later than where the clock would stand by now', () => {
    const state = lived([...ASKED, paused('03-11 09:00')]);
    expect(attempt(state, ['office', 'grant', '03-20 09:00', { unit: 'water' }])).toMatchObject({
      problem: { code: 'matter.extension-not-later', params: { until: '2026-03-27', due: '2026-03-31' } },
    });
  });

  test('whoever takes over a paused matter takes over its standing still, and whoever joins stands still with it', () => {
    const steps: Step[] = [
      ...WORKING,
      paused('03-04 09:00'),
      ['office', 'assign', '03-06 09:00', { lead: 'roads', co: ['parks'] }],
    ];
    const state = lived(steps);
    expect(state.paused).toBe(true);
    const after = told(lived([...steps, resumed('03-09 09:00')]));
    // The lead's stood still for three working days, the newcomer's for one.
    expect(after.clocks).toMatchObject({
      'answer roads': '2026-03-25',
      'answer parks': '2026-03-23',
      'answer water': 'void',
    });
  });

  test('answered while it stood still is judged by where it stood, however long that was', () => {
    const answer: Step = ['water', 'answer', '04-20 09:00', { result: '已办', files: FILES }];
    expect(told(lived([...WORKING, paused('03-04 09:00'), answer])).clocks['answer water']).toBe('met');
    expect(told(lived([...WORKING, paused('03-20 18:30'), answer])).clocks['answer water']).toBe('late');
  });

  test('the day shown while it stands still is the day that it stands at', () => {
    const grant: Step = ['office', 'grant', '03-13 09:00', { unit: 'water', until: '2026-03-31' }];
    expect(told(lived([...ASKED, paused('03-11 09:00'), grant])).clocks['answer water']).toBe('paused, was 2026-03-31');
  });
});

describe('the limits in force', () => {
  test('a clock keeps the limit and the calendar that it was started with, whatever the file and the city say later', () => {
    const steps: Step[] = [
      ['office', 'register', '03-02 09:00', { text: '清点路灯' }],
      ['office', 'assign', '03-02 10:00', { lead: 'water', co: [] }],
    ];
    const before = lived(steps);
    const mechanism = weekly(['otherwise: 5 workdays', 'otherwise: 2 workdays'], ['limit: 1 workday', 'limit: 1 day']);
    const typhoon = calendar({
      version: 'city-2',
      amendments: [{ day: '2026-03-05', working: false, reason: '台风' }],
    });
    const decided = attempt(before, ['water', 'accept', '03-03 09:00'], { mechanism, calendar: typhoon });
    if (!decided.ok) throw new Error(decided.problem.code);
    expect(fold(before, decided.value).clocks.find((c) => c.clock === 'answer')).toMatchObject({
      due: '2026-03-09',
      limit: '5 workdays',
      calendar: before.clocks[0]!.calendar,
    });
  });

  test('the city’s own day off counts in what is started after it is declared', () => {
    const typhoon = calendar({
      version: 'city-2',
      amendments: [{ day: '2026-03-05', working: false, reason: '台风' }],
    });
    const state = lived(
      [
        ['office', 'register', '03-02 09:00', { text: '清点路灯' }],
        ['office', 'assign', '03-02 10:00', { lead: 'water', co: [] }],
      ],
      { calendar: typhoon },
    );
    expect(state.clocks.find((c) => c.unit === UNITS.water && c.clock === 'answer')).toMatchObject({
      due: '2026-03-10',
      calendar: 'city-2',
    });
  });
});
