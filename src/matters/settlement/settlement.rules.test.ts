import { describe, expect, test } from 'vitest';
import {
  ACCEPTED,
  AGREEMENT,
  APPOINTED,
  attempt,
  disputes,
  FILES,
  lived,
  MET,
  outcomeOf,
  PARTIES,
  SEATS,
  SETTLED,
  weekly,
  type Step,
} from '../life/life.fixture.ts';

const mechanism = disputes();
const world = { mechanism };
const code = (steps: readonly Step[], step: Step): string => outcomeOf(steps, step, world);
const keep = (obligation: number, when: string): Step => ['water', 'keep', when, { obligation }];
const first = keep(1, '03-12 09:00');

describe('a dispute', () => {
  test('is confidential whatever is said at its registration, and stays it', () => {
    const open: Step = ['office', 'register', '03-02 09:00', { text: '货款拖欠', confidential: false }];
    expect(lived([open], world).confidential).toBe(true);
    expect(code([open], ['office', 'correct', '03-02 10:00', { reason: '公开', confidential: false }])).toBe(
      'matter.always-confidential',
    );
  });

  test.each<[sentence: string, steps: Step[], step: Step, code: string]>([
    ['nobody meets before somebody was appointed', ACCEPTED, MET.at(-1)!, 'matter.not-your-act'],
    [
      'who sits elsewhere is not appointed',
      ACCEPTED,
      ['waterHead', 'appoint', '03-03 09:00', { seat: SEATS.roads.seat }],
      'matter.appoint-in-lead-unit',
    ],
    [
      'a session is not held tomorrow',
      APPOINTED,
      ['water', 'meet', '03-04 15:00', { heldOn: '2026-03-05', place: '调解室', came: [1], text: '谈' }],
      'matter.session-in-future',
    ],
    [
      'nor with somebody who is no party',
      APPOINTED,
      ['water', 'meet', '03-04 15:00', { heldOn: '2026-03-04', place: '调解室', came: [3], text: '谈' }],
      'matter.no-such-party',
    ],
    [
      'nobody promises no money',
      MET,
      [
        'water',
        'settle',
        '03-05 16:00',
        { ...AGREEMENT, obligations: AGREEMENT.obligations.map((one) => ({ ...one, amount: 0 })) },
      ],
      'matter.obligation-of-nothing',
    ],
    [
      'an agreement that one side has not signed is none',
      MET,
      ['water', 'settle', '03-05 16:00', { ...AGREEMENT, signed: [1] }],
      'matter.side-not-signed',
    ],
    [
      'nor one without the document',
      MET,
      ['water', 'settle', '03-05 16:00', { ...AGREEMENT, files: [] }],
      'matter.give-evidence',
    ],
    [
      'nothing is promised for a day before it was signed',
      MET,
      [
        'water',
        'settle',
        '03-05 16:00',
        { ...AGREEMENT, obligations: [{ party: 2, text: '付款', due: '2026-03-04' }] },
      ],
      'matter.obligation-before-signing',
    ],
    [
      'nothing is promised for a day so far ahead that no list could be drawn with it',
      MET,
      [
        'water',
        'settle',
        '03-05 16:00',
        { ...AGREEMENT, obligations: [{ party: 2, text: '付款', due: '9999-01-01' }] },
      ],
      'matter.day-too-far',
    ],
    [
      'nothing was signed on a day that no calendar has',
      MET,
      ['water', 'settle', '03-05 16:00', { ...AGREEMENT, signedOn: '0226-03-05' }],
      'kernel.day-outside-calendar',
    ],
    [
      'nothing was signed a year before the case was there',
      MET,
      ['water', 'settle', '03-05 16:00', { ...AGREEMENT, signedOn: '2025-03-05' }],
      'matter.day-before-matter',
    ],
    [
      'but it may have been signed on paper a month before',
      MET,
      ['water', 'settle', '03-05 16:00', { ...AGREEMENT, signedOn: '2026-02-02' }],
      'done',
    ],
    [
      'an agreement in which nobody promises anything says why',
      MET,
      ['water', 'settle', '03-05 16:00', { ...AGREEMENT, obligations: [] }],
      'matter.nothing-to-watch',
    ],
    [
      'that it was fulfilled on the spot, say',
      MET,
      ['water', 'settle', '03-05 16:00', { ...AGREEMENT, obligations: [], atOnce: true }],
      'done',
    ],
    [
      'or that an apology was all that was wanted',
      MET,
      ['water', 'settle', '03-05 16:00', { ...AGREEMENT, obligations: [], unwatched: '当面赔礼道歉即可' }],
      'done',
    ],
    [
      'but not both: what was fulfilled needs no excuse',
      MET,
      [
        'water',
        'settle',
        '03-05 16:00',
        { ...AGREEMENT, obligations: [], atOnce: true, unwatched: '当面赔礼道歉即可' },
      ],
      'matter.at-once-and-unwatched',
    ],
    [
      'with promises it says neither, as they are watched',
      MET,
      ['water', 'settle', '03-05 16:00', { ...AGREEMENT, atOnce: true }],
      'matter.watched-all-the-same',
    ],
    [
      'nobody promises anything who has not signed it',
      [
        ...MET,
        ['office', 'involve', '03-05 10:00', { parties: [{ side: 'respondent', kind: 'person', name: '保证人' }] }],
      ],
      [
        'water',
        'settle',
        '03-05 16:00',
        { ...AGREEMENT, obligations: [{ party: 3, text: '连带付款', due: '2026-03-31' }] },
      ],
      'matter.obligation-unsigned',
    ],
    ['what is promised is told of once', [...SETTLED, first], keep(1, '03-13 09:00'), 'matter.obligation-told'],
    ['what was not promised cannot be kept', SETTLED, keep(3, '03-13 09:00'), 'matter.no-such-obligation'],
    [
      'what is still owed keeps it open',
      [...SETTLED, first],
      ['water', 'close', '03-16 09:00'],
      'matter.promised-still-open',
    ],
    [
      'the same enterprise does not stand on both sides',
      ACCEPTED,
      ['office', 'involve', '03-03 09:00', { parties: [{ ...PARTIES[0]!, side: 'respondent' }] }],
      'matter.party-twice',
    ],
    [
      'nor under its name alone, however that was typed',
      ACCEPTED,
      [
        'office',
        'involve',
        '03-03 09:00',
        { parties: [{ side: 'respondent', kind: 'enterprise', name: ` ${PARTIES[0]!.name} ` }] },
      ],
      'matter.party-twice',
    ],
  ])('%s', (_, steps, step, expected) => {
    expect(code(steps, step)).toBe(expected);
  });

  test('one side alone comes to no agreement', () => {
    const alone: Step[] = MET.map((step, i) =>
      i === 0 ? [step[0], step[1], step[2], { text: '货款拖欠', parties: [PARTIES[0]] }] : step,
    );
    const met = alone.slice(0, -1);
    expect(code(met, ['water', 'settle', '03-05 16:00', { ...AGREEMENT, signed: [1] }])).toBe('matter.side-is-empty');
  });

  test('a mechanism without parties and money takes neither', () => {
    const register = (given: object): string => {
      const decided = attempt(null, ['office', 'register', '03-02 09:00', { text: '疏通东渠', ...given }], {
        mechanism: weekly(),
      });
      return decided.ok ? 'done' : decided.problem.code;
    };
    expect(register({ parties: PARTIES })).toBe('matter.has-no-parties');
    expect(register({ amount: 1 })).toBe('matter.has-no-amount');
  });
});

test('taken up again, neither the failure nor an agreement stands', () => {
  const failed: Step[] = [...MET, ['water', 'fail', '03-06 09:00', { reason: '差距过大' }]];
  expect(lived(failed, world)).toMatchObject({ stage: 'failed', outcome: { how: 'failed', text: '差距过大' } });
  const again: Step[] = [...failed, ['office', 'reopen', '03-09 09:00', { reason: '双方愿意再谈' }]];
  expect(lived(again, world)).toMatchObject({ stage: 'mediating', outcome: null });
  expect(FILES.length).toBe(1);
});

test('an agreement fulfilled on the spot watches nothing, and can be struck off as settled', () => {
  const atOnce: Step = ['water', 'settle', '03-05 16:00', { ...AGREEMENT, obligations: [], atOnce: true }];
  const state = lived([...MET, atOnce], world);
  expect(state.settlement).toMatchObject({ obligations: [], atOnce: true });
  expect(state.clocks.filter(({ clock, stoppedAt }) => clock === 'performance' && stoppedAt === null)).toEqual([]);
  expect(lived([...MET, atOnce, ['water', 'close', '03-05 17:00']], world).stage).toBe('closed');
});

describe('a third party', () => {
  const third = { side: 'third', kind: 'person', name: '担保人' };
  const [register, ...after] = MET as [Step, ...Step[]];
  const [who, kind, when, begun = {}] = register;
  const withThird: Step[] = [
    [who, kind, when, { ...begun, parties: [...(begun['parties'] as object[]), third] }],
    ...after,
  ];
  const promises = (party: number, signed: number[]): Step => [
    'water',
    'settle',
    '03-05 16:00',
    { ...AGREEMENT, signed, obligations: [{ party, text: '代付', amount: 5_000_000, due: '2026-03-13' }] },
  ];
  test.each<[sentence: string, step: Step, expected: string]>([
    ['who only attends need not sign', promises(2, [1, 2]), 'done'],
    ['who promises something does', promises(3, [1, 2]), 'matter.obligation-unsigned'],
    ['and is then bound', promises(3, [1, 2, 3]), 'done'],
    ['signs for none of the two sides', promises(3, [1, 3]), 'matter.side-not-signed'],
  ])('%s', (_, step, expected) => expect(outcomeOf(withThird, step, { mechanism: disputes() })).toBe(expected));
});
