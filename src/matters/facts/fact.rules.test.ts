import { describe, expect, test } from 'vitest';
import { APART, bitOf, common, IMPLIES, MARKS, type Mark } from '../../mechanism/index.ts';
import { foldAll } from '../life/fold.rules.ts';
import {
  appeals,
  ASSIGNED,
  CLOSED,
  DISPUTED,
  GIVEN,
  HOST,
  living,
  REPLIED,
  TAKEN,
  weekly,
  type Step,
} from '../life/life.fixture.ts';
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
      'reopened, it is answered no more, nor is what was said of it',
      'again',
      ['reopened', 'accepted'],
      ['answered', 'evaluated', 'unsolved', 'in-time'],
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
    expect(last(again)).toMatchObject({ countedOn: '2026-03-02', answeredOn: null });
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
