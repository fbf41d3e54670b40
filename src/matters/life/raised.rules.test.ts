import { describe, expect, test } from 'vitest';
import { choices } from '../matter.policy.ts';
import { disputed } from './disputed.rules.ts';
import { fold as foldOne } from './fold.rules.ts';
import {
  appeals,
  at,
  attempt,
  DISPUTED,
  DRAFTED,
  FILED,
  GIVEN,
  lived,
  RAISED,
  refusalOf,
  REPLIED,
  SEATS,
  TAKEN,
  told,
  type SeatName,
  type Step,
} from './life.fixture.ts';
import { project } from './project.rules.ts';

const world = { mechanism: appeals() };
const after = (steps: Step[]) => lived(steps, world);
const stageAfter = (steps: Step[]): string => after(steps).stage;
const clocksAfter = (steps: Step[]): Record<string, string> => told(after(steps)).clocks;
const codeOf = (steps: Step[], step: Step) => refusalOf(steps, step, world);
const good = { stars: 5, solved: true, satisfied: true };
const bad = { stars: 2, solved: true, satisfied: false };
const ASKED: Step[] = [...TAKEN, ['water', 'inquire', '03-03 10:00', { text: '哪一段？' }]];
const HEARD: Step[] = [
  ...DISPUTED,
  ['office', 'callback', '03-09 10:00', { reached: true, solved: false, satisfied: false, text: '仍有积水' }],
];
const EXCLUDING: Step[] = [...HEARD, ['office', 'exclude', '03-09 11:00', { reason: '所述路段不在本市' }]];
const REFUSED: Step[] = [...GIVEN, ['water', 'refuse', '03-02 11:00', { reason: '不归我管' }]];
const CONTESTED: Step[] = [
  ...REFUSED,
  ['office', 'assign', '03-02 14:00', { lead: 'roads', co: [] }],
  ['roads', 'refuse', '03-02 15:00', { reason: '也不归我管' }],
];

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
    ['an exclusion leaves three days for its review', EXCLUDING, { review: '2026-03-12' }],
  ])('%s', (_, steps, clocks) => {
    expect(clocksAfter(steps)).toMatchObject(clocks);
    if (stageAfter(steps) === 'closed') expect(after(steps).clocks.filter((c) => c.stoppedAt === null)).toEqual([]);
  });
});

describe('what is refused, and why', () => {
  const when = '03-10 09:00';
  test.each<[sentence: string, steps: Step[], step: Step, code: string]>([
    [
      'a category must be in the scheme',
      RAISED,
      ['office', 'classify', when, { category: '99' }],
      'matter.no-such-category',
    ],
    [
      'the same category again says nothing',
      FILED,
      ['office', 'classify', when, { category: '0701' }],
      'matter.classify-changes-nothing',
    ],
    [
      'whose it is was decided: it cannot be sent back a third time',
      [...CONTESTED, ['mayor', 'assign', '03-02 16:00', { lead: 'water', co: [] }]],
      ['water', 'refuse', when, { reason: '还是不归我' }],
      'matter.decided-for-good',
    ],
    ['one question at a time', ASKED, ['office', 'inquire', when, { text: '还有？' }], 'matter.already-asked'],
    [
      'where nobody is known there is nobody to ask',
      [['office', 'register', '03-02 09:00', { text: '匿名来信' }]],
      ['office', 'inquire', when, { text: '哪里？' }],
      'matter.nobody-raised-it',
    ],
    ['nothing asked, nothing to reply to', TAKEN, ['firm', 'reply', when, { text: '好' }], 'matter.nothing-asked'],
    ['nobody replies for another', ASKED, ['baker', 'reply', when, { text: '我来说' }], 'matter.not-your-act'],
    [
      'a promise keeps within the time there is',
      TAKEN,
      ['water', 'promise', '03-03 09:00', { text: '修好', due: '2026-03-20' }],
      'matter.promise-after-deadline',
    ],
    [
      'a handler drafts and does not answer',
      TAKEN,
      ['water', 'answer', when, { result: '修好了' }],
      'matter.not-your-act',
    ],
    [
      'without a draft there is none to send back',
      [...TAKEN],
      ['waterHead', 'return', when, { reason: '重写' }],
      'matter.stage-forbids-act',
    ],
    [
      'an answer given is not the head’s to take back',
      REPLIED,
      ['waterHead', 'return', when, { reason: '重写' }],
      'matter.no-draft',
    ],
    [
      'a draft is the head’s to send back, not the office’s',
      DRAFTED,
      ['office', 'return', when, { reason: '重写' }],
      'matter.draft-is-the-heads',
    ],
    ['evaluated once for each answer', DISPUTED, ['firm', 'evaluate', when, good], 'matter.already-evaluated'],
    [
      'struck off by a good word, it is not called back about: something else is advised',
      [...REPLIED, ['firm', 'evaluate', '03-06 10:00', good]],
      ['firm', 'evaluate', when, good],
      'matter.already-evaluated-and-closed',
    ],
    ['by whoever raised it and nobody else', REPLIED, ['baker', 'evaluate', when, good], 'matter.not-your-act'],
    ['no seat evaluates for them', REPLIED, ['office', 'evaluate', when, good], 'matter.not-your-act'],
    ['six stars there are not', REPLIED, ['firm', 'evaluate', when, { ...good, stars: 6 }], 'matter.given-malformed'],
    [
      'what is disputed is not simply closed',
      DISPUTED,
      ['office', 'close', when, { note: '完' }],
      'matter.still-disputed',
    ],
    [
      'nor excluded before anybody called',
      DISPUTED,
      ['office', 'exclude', when, { reason: '恶意' }],
      'matter.call-back-first',
    ],
    [
      'who was not reached has said nothing',
      DISPUTED,
      ['office', 'callback', when, { reached: false, solved: true, text: '无人接听' }],
      'matter.not-reached-says-nothing',
    ],
    [
      'nobody reviews their own exclusion',
      EXCLUDING,
      ['office', 'review', when, { agreed: true }],
      'matter.review-by-another',
    ],
    ['who does not agree says why', EXCLUDING, ['mayor', 'review', when, { agreed: false }], 'matter.review-says-why'],
  ])('%s', (_, steps, step, code) => {
    expect(codeOf(steps, step)).toBe(code);
  });

  test('what is not classified is given to nobody, whatever its stage', () => {
    const mechanism = appeals([
      'from: [classified, refused, contested, assigned',
      'from: [registered, classified, refused, contested, assigned',
    ]);
    const assign: Step = ['office', 'assign', when, { lead: 'water', co: [] }];
    expect(attempt(after(RAISED), assign, { mechanism })).toMatchObject({ problem: { code: 'matter.classify-first' } });
  });

  test('the same person on another seat is not another reviewer', () => {
    const twin = { ...SEATS.mayor, account: SEATS.office.account };
    const review = choices(world.mechanism, after(EXCLUDING), twin, at('03-10 09:00')).find((c) => c.kind === 'review');
    expect(review?.code).toBe('matter.review-by-another');
  });

  test('what was disputed is closed once they say on the phone that it is right now', () => {
    const heard: Step = [
      'office',
      'callback',
      '03-09 10:00',
      { reached: true, solved: true, satisfied: true, text: '已通' },
    ];
    expect(codeOf([...DISPUTED, heard], ['office', 'close', '03-09 11:00', { note: '回访已解决' }])).toBeNull();
    const half: Step = ['office', 'callback', '03-09 10:00', { reached: true, solved: true, text: '没说满意不满意' }];
    expect(codeOf([...DISPUTED, half], ['office', 'close', '03-09 11:00', { note: '完' }])).toBe(
      'matter.still-disputed',
    );
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

describe('what is to be done next, and by whom', () => {
  test.each<[sentence: string, steps: Step[], office: string | null, unit: string | null]>([
    ['the office classifies first', RAISED, 'classify', null],
    ['then finds a unit', FILED, 'assign', null],
    ['the unit accepts', GIVEN, null, 'accept'],
    ['drafts the answer', TAKEN, null, 'propose'],
    ['its head gives it', DRAFTED, null, 'answer'],
    ['the office waits for the evaluation, and closes', REPLIED, 'close', null],
    ['calls back whoever is not content', DISPUTED, 'callback', null],
    ['then reopens it', HEARD, 'reopen', null],
    ['somebody reviews an exclusion', EXCLUDING, 'review', null],
    [
      'once it is over nobody owes anything',
      [...EXCLUDING, ['mayor', 'review', '03-10 09:00', { agreed: true }]],
      null,
      null,
    ],
  ])('%s', (_, steps, office, unit) => {
    const rows = project(after(steps), world.mechanism);
    expect([rows.matter.todo, rows.assignments[0]?.todo ?? null]).toEqual([office, unit]);
  });

  test('what may be struck off at any time does not wait for that while its unit is at work', () => {
    const from = 'from: [registered, classified, answered, disputed], to: closed';
    const free = { mechanism: appeals([from, from.replace('answered', 'assigned, working, answered')]) };
    const office = (steps: Step[]) => project(lived(steps, free), free.mechanism).matter.todo;
    expect([GIVEN, TAKEN, REPLIED].map(office)).toEqual([null, null, 'close']);
  });

  test('what waits for the head with a draft is no handler’s to do', () => {
    const forHead = (steps: Step[]) => project(after(steps), world.mechanism).assignments.map((a) => a.forHead);
    expect([GIVEN, TAKEN, DRAFTED, REPLIED].map(forHead)).toEqual([[false], [false], [true], [false]]);
  });

  test.each<[who: SeatName, steps: Step[], open: string[]]>([
    ['firm', RAISED, ['note', 'attach']],
    ['firm', ASKED, ['note', 'attach', 'reply']],
    ['firm', REPLIED, ['note', 'attach', 'evaluate']],
    ['baker', REPLIED, []],
    ['waterHead', DRAFTED, ['report', 'answer', 'return', 'note', 'attach', 'help']],
  ])('what is open to %s', (who, steps, open) => {
    const allowed = choices(world.mechanism, after(steps), SEATS[who], at('03-10 09:00')).filter((c) => c.allowed);
    expect(allowed.map(({ kind }) => kind)).toEqual(open);
  });
});
