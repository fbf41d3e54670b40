import { describe, expect, test } from 'vitest';
import { APART, bitOf, common, IMPLIES, MARKS, type Mark } from '../../mechanism/index.ts';
import { fold, foldAll } from '../life/fold.rules.ts';
import {
  appeals,
  ASSIGNED,
  attempt,
  CLOSED,
  DISPUTED,
  GIVEN,
  HOST,
  living,
  REPLIED,
  SEATS,
  TAKEN,
  UNITS,
  weekly,
  type Step,
} from '../life/life.fixture.ts';
import type { MatterState } from '../life/state.rules.ts';
import { factOf, factsOf, type FactSince } from './fact.rules.ts';

const marksIn = (bits: number): Mark[] => MARKS.filter((mark) => common(bits, bitOf(mark)));
function factsAfter(steps: readonly Step[], mechanism = appeals()): FactSince[] {
  const facts = factsOf(mechanism);
  foldAll(living(steps, { mechanism }).acts, facts.take);
  return facts.all;
}
const last = (steps: readonly Step[], mechanism = appeals()): FactSince => factsAfter(steps, mechanism).at(-1)!;

const praise: Step = ['firm', 'evaluate', '03-06 09:00', { stars: 5, solved: true, satisfied: true }];
const UNHAPPY: Step = ['firm', 'evaluate', '03-04 09:00', { stars: 1, solved: false, satisfied: false }];
const phoned = (given: object): Step => [
  'office',
  'callback',
  '03-09 09:00',
  { reached: true, text: '电话回访', ...given },
];
const again: Step[] = [...DISPUTED, ['office', 'reopen', '03-10 09:00', { reason: '确实没通' }]];
const anew: Step[] = [
  ...again,
  ['water', 'propose', '03-12 10:00', { result: '排水已通' }],
  ['waterHead', 'answer', '03-12 11:00', { result: '排水已通' }],
];
const praiseAnew: Step = ['firm', 'evaluate', '03-13 09:00', { stars: 5, solved: true, satisfied: true }];
const excluded: Step[] = [
  ...DISPUTED,
  ['office', 'callback', '03-09 09:00', { reached: true, text: '不愿多谈' }],
  ['office', 'exclude', '03-09 10:00', { reason: '恶意', told: '评价不计入统计' }],
  ['mayor', 'review', '03-09 11:00', { agreed: true }],
  ['mayor', 'reopen', '03-10 09:00', { reason: '再查' }],
];
const LIVES: Readonly<Record<string, Step[]>> = {
  given: GIVEN,
  refused: [...GIVEN, ['water', 'refuse', '03-02 11:00', { reason: '无此职责' }]],
  taken: TAKEN,
  replied: REPLIED,
  praised: [...REPLIED, praise],
  disputed: DISPUTED,
  phoned: [...REPLIED, phoned({ solved: true, satisfied: false })],
  consoled: [...DISPUTED, phoned({ solved: true, satisfied: true })],
  again,
  answeredAnew: anew,
  praisedAnew: [...anew, praiseAnew],
  consoledAnew: [
    ...anew,
    ['office', 'callback', '03-13 09:00', { reached: true, text: '电话回访', solved: true, satisfied: true }],
  ],
  reopenedTwice: [
    ...anew,
    ['office', 'close', '03-13 09:00', { note: '期满' }],
    ['office', 'reopen', '03-13 10:00', { reason: '又堵了' }],
  ],
  phonedAgain: [
    ...REPLIED,
    phoned({ solved: true, satisfied: false }),
    ['office', 'reopen', '03-10 09:00', { reason: '确实没通' }],
  ],
  excludedAgain: excluded,
  excludedPraised: [...excluded, ['waterHead', 'answer', '03-12 11:00', { result: '排水已通' }], praiseAnew],
  againOverdue: [...again, ['office', 'remind', '03-30 09:00', {}]],
  againLate: [...again, ['waterHead', 'answer', '03-30 09:00', { result: '排水已通' }]],
  sentBack: [...REPLIED, ['office', 'return', '03-06 09:00', { reason: '答非所问' }]],
  joined: [...TAKEN, ['office', 'join', '03-03 09:00', { into: HOST }]],
  dropped: [...GIVEN.slice(0, 2), ['office', 'close', '03-02 10:00', { note: '不属受理范围' }]],
  overdue: [...TAKEN, ['office', 'remind', '03-27 09:00', {}]],
  paused: [
    ...TAKEN,
    ['office', 'pause', '03-04 09:00', { reason: '等上级批复' }],
    ['office', 'note', '03-27 09:00', { text: '仍在等批复' }],
  ],
  late: [...TAKEN, ['waterHead', 'answer', '03-27 16:00', { result: '便道已修通' }]],
};

describe('what a matter counts as', () => {
  test.each<[sentence: string, life: string, has: Mark[], hasNot: Mark[]]>([
    ['given to a unit, it is not yet accepted', 'given', ['classified', 'assigned'], ['accepted', 'answered']],
    ['refused, it is not accepted either, and was bounced', 'refused', ['bounced'], ['accepted']],
    [
      'answered and not evaluated, it has no star, nor is it solved or unsolved',
      'replied',
      ['accepted', 'answered', 'in-time'],
      ['evaluated', 'heard', 'solved', 'unsolved', 'stars-1'],
    ],
    ['praised, it has five stars', 'praised', ['evaluated', 'solved', 'satisfied', 'stars-5', 'closed'], ['unsolved']],
    ['with two stars, it has not three', 'disputed', ['stars-2', 'unsolved', 'dissatisfied'], ['stars-3', 'solved']],
    [
      'what is said on the phone counts for solved and satisfied, and gives no star',
      'phoned',
      ['called-back', 'heard', 'solved', 'dissatisfied'],
      ['unsolved', 'satisfied', 'evaluated', 'stars-1'],
    ],
    [
      'what was heard on the phone makes no yes of what they said themselves',
      'consoled',
      ['called-back', 'unsolved', 'dissatisfied', 'stars-2'],
      ['solved', 'satisfied'],
    ],
    [
      'reopened, it stays answered in time, and what was said of that stands',
      'again',
      ['reopened', 'accepted', 'answered', 'due', 'in-time', 'evaluated', 'unsolved', 'dissatisfied', 'stars-2'],
      ['closed', 'late', 'solved', 'stars-3'],
    ],
    [
      'answered anew, what was said before stands until they say something anew',
      'answeredAnew',
      ['answered', 'in-time', 'evaluated', 'unsolved', 'stars-2'],
      ['solved', 'stars-3'],
    ],
    ['which stands in its place', 'praisedAnew', ['solved', 'satisfied', 'stars-5', 'closed'], ['unsolved']],
    [
      'on the phone no yes is made of their no, though it was of the answer before',
      'consoledAnew',
      ['called-back', 'unsolved', 'stars-2'],
      ['solved'],
    ],
    [
      'reopened twice with nothing said in between, what was said first stands',
      'reopenedTwice',
      ['answered', 'evaluated', 'unsolved', 'stars-2'],
      ['solved'],
    ],
    [
      'what was heard on the phone stands too, until anything is said anew',
      'phonedAgain',
      ['answered', 'called-back', 'heard', 'solved', 'dissatisfied'],
      ['evaluated', 'satisfied'],
    ],
    [
      'what was excluded is excluded while it is taken up again',
      'excludedAgain',
      ['excluded', 'evaluated', 'unsolved'],
      [],
    ],
    [
      'and no more once they say something anew, of which it was no part',
      'excludedPraised',
      ['solved', 'satisfied', 'stars-5'],
      ['excluded', 'unsolved'],
    ],
    [
      'the new time run out too, it is in time no more, and stays answered',
      'againOverdue',
      ['answered', 'due', 'unsolved'],
      ['in-time', 'late'],
    ],
    ['answered anew after that, it is late', 'againLate', ['answered', 'due', 'late'], ['in-time']],
    [
      'an answer that the office sends back is none, as before',
      'sentBack',
      ['accepted', 'returned'],
      ['answered', 'in-time'],
    ],
    ['struck off without an answer, it is closed and not answered', 'dropped', ['closed'], ['accepted', 'answered']],
    ['answered after its time, it is late', 'late', ['late', 'answered', 'due'], ['in-time']],
    [
      'not answered when its time has run out, it was due and not in time',
      'overdue',
      ['accepted', 'due'],
      ['in-time', 'late'],
    ],
    ['within its time, it is not due yet', 'taken', ['accepted'], ['due']],
    ['while its time stands still, nothing runs out', 'paused', ['accepted'], ['due']],
    ['answered in time, it was due', 'replied', ['due', 'in-time'], []],
  ])('%s', (_, life, has, hasNot) => {
    const marks = marksIn(last(LIVES[life]!).marks);
    expect(marks).toEqual(expect.arrayContaining(has));
    expect(marks.filter((mark) => hasNot.includes(mark))).toEqual([]);
  });

  test('of two, what one said of the answer before stands until that one says something anew, and not the other', () => {
    const mechanism = appeals();
    const two = [SEATS.firm, SEATS.baker].map(({ seat }) => ({ id: seat, since: '', unnamed: false }));
    const then = (state: MatterState, step: Step): MatterState => {
      const decided = attempt(state, step, { mechanism });
      if (!decided.ok) throw new Error(decided.problem.code);
      return fold(state, decided.value);
    };
    const answered = { ...living(anew, { mechanism }).state, originators: two };
    const half = then(answered, ['baker', ...praiseAnew.slice(1)] as unknown as Step);
    expect(marksIn(factOf(half, mechanism).marks)).toEqual(expect.arrayContaining(['unsolved', 'stars-2']));
    const whole = then(half, praiseAnew);
    expect(marksIn(factOf(whole, mechanism).marks)).toEqual(expect.arrayContaining(['solved', 'stars-5']));
  });

  test('given to another unit after it was reopened, it counts with the one whose answer it was until that other has answered', () => {
    const moved: Step[] = [
      ...again,
      ['office', 'assign', '03-11 09:00', { lead: 'roads', co: [] }],
      ['roads', 'accept', '03-11 10:00'],
    ];
    expect(last(moved).lead).toBe(UNITS.water);
    expect(marksIn(last(moved).marks)).toEqual(expect.arrayContaining(['answered', 'unsolved', 'stars-2']));
    const mechanism = appeals([
      '  answer: { by: [lead.head, co, raised]',
      '  answer: { by: [lead.head, lead, co, raised]',
    ]);
    const done = last([...moved, ['roads', 'answer', '03-12 10:00', { result: '已修通' }]], mechanism);
    expect(done.lead).toBe(UNITS.roads);
    expect(marksIn(done.marks)).not.toContain('heard');
  });

  describe('parted from another that was answered', () => {
    const mechanism = appeals();
    const RAISED_BY_BAKER: Step = ['baker', 'register', '03-02 09:30', { text: '我家也出不去', channel: 'web' }];
    const bakers = living([RAISED_BY_BAKER], { mechanism }).state;
    const at = '2026-03-03T09:00:00+08:00';
    const gathered = [
      { act: UNITS.water, at, matter: UNITS.parks, number: bakers.number, originators: bakers.originators },
    ];
    /** The other, in which it goes on from the 3rd, given to water and answered on a day, and judged by theirs. */
    function factsOfParted(day: string, given: Step[3] | null, then: Step[] = []): FactSince[] {
      const through = bakers.originators.map((one) => ({ ...one, since: at, through: UNITS.parks }));
      const taken = living(TAKEN, { mechanism }).state;
      const steps: Step[] = [
        ['waterHead', 'answer', `${day} 16:00`, { result: '便道已修通' }],
        ...(given ? [['baker', 'evaluate', `${day} 17:00`, given] satisfies Step] : []),
      ];
      const host = steps.reduce(
        (state, step) => {
          const decided = attempt(state, step, { mechanism });
          if (!decided.ok) throw new Error(decided.problem.code);
          return fold(state, decided.value);
        },
        { ...taken, gathered, originators: [...taken.originators, ...through] },
      );
      const facts = factsOf(mechanism);
      const all: Step[] = [
        RAISED_BY_BAKER,
        ['office', 'join', '03-03 09:00', { into: HOST, sure: true }],
        ['office', 'part', '04-02 09:00', { reason: '不是同一条路' }],
        ...then,
      ];
      foldAll(living(all, { mechanism, host: { ...host, number: HOST } }).acts, facts.take);
      return facts.all;
    }
    const bad = { stars: 2, solved: false, satisfied: false };

    test.each<[sentence: string, day: string, given: Step[3] | null, has: Mark[], hasNot: Mark[]]>([
      [
        'it counts as answered and judged, as it was there',
        '03-05',
        bad,
        ['answered', 'in-time', 'evaluated', 'unsolved', 'dissatisfied', 'stars-2'],
        ['solved', 'stars-3', 'closed', 'reopened'],
      ],
      ['late, where that answer was', '03-27', bad, ['answered', 'late', 'unsolved'], ['in-time']],
      ['as nothing, where they judged nothing', '03-05', null, ['registered'], ['answered', 'accepted', 'assigned']],
    ])('%s', (_, day, given, has, hasNot) => {
      const marks = marksIn(factsOfParted(day, given).at(-1)!.marks);
      expect(marks).toEqual(expect.arrayContaining(has));
      expect(marks.filter((mark) => hasNot.includes(mark))).toEqual([]);
      for (const [mark, other] of IMPLIES) if (marks.includes(mark)) expect(marks).toContain(other);
      for (const [mark, other] of APART) expect(marks.includes(mark) && marks.includes(other)).toBe(false);
    });

    test('under the unit that answered, from the day on which it was joined to the day of that answer', () => {
      const days = {
        assignedOn: '2026-03-03',
        acceptedOn: '2026-03-03',
        countedOn: '2026-03-03',
        answeredOn: '2026-03-05',
      };
      expect(factsOfParted('03-05', bad).at(-1)).toMatchObject({
        lead: UNITS.water,
        ...days,
        since: expect.stringMatching(/^2026-04-02/u),
      });
      expect(factsOfParted('03-05', bad).at(-2)).toMatchObject({ joined: true, countedOn: null });
    });

    test('until it is answered itself, by the same unit and judged anew, or by another', () => {
      const given = (lead: 'water' | 'roads'): Step[] => [
        ['office', 'classify', '04-02 10:00', { category: '0701' }],
        ['office', 'assign', '04-02 11:00', { lead, co: [] }],
        [lead, 'accept', '04-02 12:00'],
      ];
      const own: Step[] = [...given('water'), ['waterHead', 'answer', '04-07 10:00', { result: '已修通' }]];
      expect(marksIn(factsOfParted('03-05', bad, own).at(-1)!.marks)).toContain('unsolved');
      expect(factsOfParted('03-05', bad, own).at(-1)).toMatchObject({ answeredOn: '2026-04-07' });
      const content: Step = ['baker', 'evaluate', '04-07 11:00', { stars: 5, solved: true, satisfied: true }];
      const marks = marksIn(factsOfParted('03-05', bad, [...own, content]).at(-1)!.marks);
      expect(marks).toEqual(expect.arrayContaining(['solved', 'stars-5']));
      expect(factsOfParted('03-05', bad, given('roads')).at(-1)).toMatchObject({ lead: UNITS.water });
    });
  });

  test('of matters of another mechanism too: closed, it was answered', () => {
    expect(marksIn(last(CLOSED, weekly()).marks)).toEqual(
      expect.arrayContaining(['accepted', 'answered', 'in-time', 'closed']),
    );
    expect(marksIn(last(ASSIGNED, weekly()).marks)).toEqual(['registered', 'assigned']);
  });

  test('what implies what holds after every act of every life', () => {
    for (const steps of Object.values(LIVES))
      for (let n = 1; n <= steps.length; n++) {
        const mechanism = appeals();
        const marks = marksIn(factOf(living(steps.slice(0, n), { mechanism }).state, mechanism).marks);
        for (const [mark, other] of IMPLIES) if (marks.includes(mark)) expect(marks).toContain(other);
        for (const [mark, other] of APART) expect(marks.includes(mark) && marks.includes(other)).toBe(false);
      }
  });

  test('it is counted by the day on which its unit first accepted it, whatever comes later, and not while it goes on in another', () => {
    expect(last(GIVEN).countedOn).toBeNull();
    expect(last(TAKEN)).toMatchObject({ countedOn: '2026-03-02', registeredOn: '2026-03-02' });
    expect(last(again)).toMatchObject({ countedOn: '2026-03-02', answeredOn: '2026-03-05' });
    expect(last(anew)).toMatchObject({ countedOn: '2026-03-02', answeredOn: '2026-03-12' });
    expect(last(LIVES['sentBack']!)).toMatchObject({ countedOn: '2026-03-02', answeredOn: null });
    expect(last(LIVES['joined']!).countedOn).toBeNull();
    // Struck off before any unit took it: on the day of that, and on none once it is taken up again.
    expect(last(LIVES['dropped']!).countedOn).toBe('2026-03-02');
    const takenUp: Step[] = [
      ...LIVES['dropped']!,
      UNHAPPY,
      ['office', 'reopen', '03-05 09:00', { reason: '应当受理' }],
    ];
    expect(last(takenUp).countedOn).toBeNull();
    expect(last(ASSIGNED, weekly())).toMatchObject({ by: 'registered', countedOn: '2026-03-02' });
  });

  test('a new fact begins only with an act that changes what it counts as', () => {
    const noted: Step[] = [
      ...TAKEN,
      ['water', 'report', '03-03 09:00', { text: '已进场' }],
      ['office', 'remind', '03-04 09:00', {}],
    ];
    expect(factsAfter(noted)).toEqual(factsAfter(TAKEN));
    expect(factsAfter(TAKEN).map(({ since }) => since)).toHaveLength(4);
  });
});
