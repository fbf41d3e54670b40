import { describe, expect, test } from 'vitest';
import { disputed } from './disputed.rules.ts';
import { fold as foldOne } from './fold.rules.ts';
import {
  appeals,
  ASKED,
  attempt,
  CONTESTED,
  DISPUTED,
  DRAFTED,
  EXCLUDING,
  FILED,
  GIVEN,
  HEARD,
  lived,
  RAISED,
  REFUSED,
  refusalOf,
  REPLIED,
  SEATS,
  TAKEN,
  told,
  type Step,
} from './life.fixture.ts';

const world = { mechanism: appeals() };
const after = (steps: Step[]) => lived(steps, world);
const stageAfter = (steps: Step[]): string => after(steps).stage;
const clocksAfter = (steps: Step[]): Record<string, string> => told(after(steps)).clocks;
const good = { stars: 5, solved: true, satisfied: true };
const bad = { stars: 2, solved: true, satisfied: false };

describe('where an appeal stands', () => {
  test.each<[sentence: string, steps: Step[], stage: string]>([
    ['raised by whoever it concerns', RAISED, 'registered'],
    ['filed under a category', FILED, 'classified'],
    [
      'filed anew once it is worked on, it stays where it is',
      [...TAKEN, ['office', 'classify', '03-03 09:00', { category: '0501' }]],
      'working',
    ],
    ['given to a unit', GIVEN, 'assigned'],
    ['sent back once, it waits for another unit', REFUSED, 'refused'],
    ['sent back twice, it waits for whoever decides', CONTESTED, 'contested'],
    ['drafted, it waits for the head', DRAFTED, 'proposed'],
    [
      'the draft sent back, it is worked on',
      [...DRAFTED, ['waterHead', 'return', '03-05 11:00', { reason: '写清哪天修好' }]],
      'working',
    ],
    ['answered by the head', REPLIED, 'answered'],
    ['a good evaluation ends it', [...REPLIED, ['firm', 'evaluate', '03-06 09:00', good]], 'closed'],
    ['whoever calls it unsolved brings it back by that', DISPUTED, 'disputed'],
    [
      'so does whoever is not satisfied, solved or not',
      [...REPLIED, ['firm', 'evaluate', '03-06 09:00', bad]],
      'disputed',
    ],
    [
      'also after it was closed without a word from them',
      [
        ...REPLIED,
        ['office', 'close', '03-13 09:00', { note: '期满未评价' }],
        ['firm', 'evaluate', '03-16 09:00', bad],
      ],
      'disputed',
    ],
    [
      'a good word after it was closed changes nothing',
      [
        ...REPLIED,
        ['office', 'close', '03-13 09:00', { note: '期满未评价' }],
        ['firm', 'evaluate', '03-16 09:00', good],
      ],
      'closed',
    ],
    ['called back, it still waits for a decision', HEARD, 'disputed'],
    ['reopened, it is worked on', [...HEARD, ['office', 'reopen', '03-09 11:00', { reason: '重做' }]], 'working'],
    ['an exclusion waits for its review', EXCLUDING, 'excluding'],
    ['agreed to, it is over', [...EXCLUDING, ['mayor', 'review', '03-10 09:00', { agreed: true }]], 'excluded'],
    [
      'not agreed to, it is disputed as before',
      [...EXCLUDING, ['mayor', 'review', '03-10 09:00', { agreed: false, note: '确有其事' }]],
      'disputed',
    ],
  ])('%s', (_, steps, stage) => {
    expect(stageAfter(steps)).toBe(stage);
  });
});

describe('how much time there is', () => {
  test.each<[sentence: string, steps: Step[], clocks: Record<string, string>]>([
    ['a working day to find whose it is', RAISED, { dispatch: '2026-03-03' }],
    [
      'ten working days to answer',
      GIVEN,
      { 'answer water': '2026-03-16', 'accept water': '2026-03-03', dispatch: 'met' },
    ],
    [
      'fewer where the category says so, for all that stands below it',
      [
        ...RAISED,
        ['office', 'classify', '03-02 09:30', { category: '010101' }],
        ['office', 'assign', '03-02 10:00', { lead: 'water', co: [] }],
      ],
      { 'answer water': '2026-03-05' },
    ],
    [
      'filed anew, what runs keeps the limit that it began with',
      [...GIVEN, ['office', 'classify', '03-02 11:00', { category: '010101' }]],
      { 'answer water': '2026-03-16' },
    ],
    ['a question makes it stand still', ASKED, { 'answer water': 'paused, was 2026-03-16' }],
    [
      'a reply two working days later sets it going, due two later',
      [...ASKED, ['firm', 'reply', '03-05 10:00', { text: '东门到二号桥' }]],
      { 'answer water': '2026-03-18' },
    ],
    [
      'so does a clerk who writes the reply down',
      [...ASKED, ['office', 'reply', '03-05 10:00', { text: '来电：东门到二号桥' }]],
      { 'answer water': '2026-03-18' },
    ],
    [
      'what the office had paused stands still after the reply too',
      [
        ...TAKEN,
        ['office', 'pause', '03-03 09:00', { reason: '等上级批复' }],
        ['water', 'inquire', '03-03 10:00', { text: '哪一段？' }],
        ['firm', 'reply', '03-05 10:00', { text: '东门' }],
      ],
      { 'answer water': 'paused, was 2026-03-16' },
    ],
    ['a unit that sends it back buys no time', CONTESTED.slice(0, -1), { 'answer roads': '2026-03-16' }],
    [
      'a discontent gives the office two days to call, five to settle it',
      DISPUTED,
      { callback: '2026-03-10', dispute: '2026-03-13', evaluation: 'met' },
    ],
    [
      'a good evaluation leaves no clock behind',
      [...REPLIED, ['firm', 'evaluate', '03-06 09:00', good]],
      { evaluation: 'met', dispatch: 'met' },
    ],
    [
      'reopened, the unit has ten working days anew',
      [...HEARD, ['office', 'reopen', '03-09 11:00', { reason: '重做' }]],
      { 'answer water': '2026-03-23', dispute: 'met', callback: 'met' },
    ],
    [
      'reopened without a call, nobody has met the time to call',
      [...DISPUTED, ['office', 'reopen', '03-09 11:00', { reason: '重做' }]],
      { 'answer water': '2026-03-23', dispute: 'met', callback: 'void' },
    ],
    [
      'late, it stays so',
      [...DISPUTED, ['office', 'reopen', '03-16 11:00', { reason: '重做' }]],
      { dispute: 'late', callback: 'late' },
    ],
    [
      'taken up again with no unit to work on it and nobody called, nothing was settled',
      [
        ...RAISED,
        ['office', 'close', '03-02 10:00', { note: '不属受理范围' }],
        ['firm', 'evaluate', '03-03 09:00', bad],
        ['office', 'reopen', '03-03 10:00', { reason: '再核' }],
      ],
      { dispatch: '2026-03-04', dispute: 'void', callback: 'void' },
    ],
    [
      'an answer sent back before anybody judged it was evaluated by nobody',
      [...REPLIED, ['office', 'return', '03-06 09:00', { reason: '答非所问' }]],
      { evaluation: 'void' },
    ],
    ['an exclusion leaves three days for its review', EXCLUDING, { review: '2026-03-12' }],
  ])('%s', (_, steps, clocks) => {
    expect(clocksAfter(steps)).toMatchObject(clocks);
    if (stageAfter(steps) === 'closed') expect(after(steps).clocks.filter((c) => c.stoppedAt === null)).toEqual([]);
  });
});

describe('what is kept of it', () => {
  test('silence is no evaluation: an answer that nobody judged has none, and is not disputed', () => {
    const state = after([...REPLIED, ['office', 'close', '03-13 09:00', { note: '期满未评价' }]]);
    expect(state.evaluations).toEqual([]);
    expect(disputed(state)).toBe(false);
  });

  test('another answer is judged anew, and what was said of the first is its own', () => {
    const again: Step[] = [
      ...HEARD,
      ['office', 'reopen', '03-09 11:00', { reason: '重做' }],
      ['water', 'propose', '03-12 10:00', { result: '排水已通' }],
      ['waterHead', 'answer', '03-12 11:00', { result: '排水已通' }],
    ];
    const state = after(again);
    expect([state.evaluations, state.callback, state.answer?.result]).toEqual([[], null, '排水已通']);
    expect(stageAfter([...again, ['firm', 'evaluate', '03-13 09:00', good]])).toBe('closed');
  });

  test('a draft sent back is no return, and is gone', () => {
    const state = after([...DRAFTED, ['waterHead', 'return', '03-05 11:00', { reason: '写清哪天修好' }]]);
    expect([state.draft, state.counts.returns, told(state).stances]).toEqual([null, 0, { water: 'lead accepted' }]);
  });

  test('of two who raised it one discontent is enough, and a good word of the other does not undo it', () => {
    const both = {
      ...after(REPLIED),
      originators: [SEATS.firm, SEATS.baker].map(({ seat }) => ({ id: seat, since: '', unnamed: false })),
    };
    let state = both;
    for (const step of [
      ['firm', 'evaluate', '03-06 09:00', bad],
      ['baker', 'evaluate', '03-06 10:00', good],
    ] as Step[]) {
      const decided = attempt(state, step, world);
      if (!decided.ok) throw new Error(decided.problem.code);
      state = foldOne(state, decided.value);
    }
    expect([state.stage, state.evaluations.length]).toEqual(['disputed', 2]);
  });
});

test('what was judged not good is taken up again by a reopening, which is counted, and cannot go back beside it', () => {
  expect(refusalOf(DISPUTED, ['office', 'return', '03-09 09:00', { reason: '重办' }], world)).toBe(
    'matter.stage-forbids-act',
  );
  expect(after([...DISPUTED, ['office', 'reopen', '03-09 09:00', { reason: '重办' }]]).counts.reopenings).toBe(1);
  // A file of before still lets it be sent back.
  const before = { mechanism: appeals(['from: [proposed, answered],', 'from: [proposed, answered, disputed],']) };
  expect(lived([...DISPUTED, ['office', 'return', '03-09 09:00', { reason: '重办' }]], before).counts.returns).toBe(1);
});
