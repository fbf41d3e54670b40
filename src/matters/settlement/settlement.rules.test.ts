import { describe, expect, test } from 'vitest';
import {
  ACCEPTED,
  AGREEMENT,
  APPOINTED,
  attempt,
  disputes,
  FILES,
  lived,
  living,
  MET,
  PARTIES,
  SEATS,
  SETTLED,
  told,
  weekly,
  type Step,
} from '../life/life.fixture.ts';
import { bitsOf } from '../../mechanism/index.ts';
import { factsOf } from '../facts/fact.rules.ts';
import { foldAll } from '../life/fold.rules.ts';
import { project } from '../life/project.rules.ts';

const mechanism = disputes();
const world = { mechanism };
const code = (steps: readonly Step[], step: Step): string => {
  const decided = attempt(lived(steps, world), step, world);
  return decided.ok ? 'done' : (decided.problem.errors?.[0]?.code ?? decided.problem.code);
};
const keep = (obligation: number, when: string): Step => ['water', 'keep', when, { obligation }];
const first = keep(1, '03-12 09:00');
const broken: Step = ['water', 'breach', '04-01 09:00', { obligation: 2, reason: '到期未付' }];

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

describe('what was promised is watched', () => {
  const clocks = (steps: readonly Step[]) => told(lived(steps, world)).clocks;
  const todo = (steps: readonly Step[]) => {
    const { assignments } = project(lived(steps, world), mechanism);
    return [assignments[0]!.todo, assignments[0]!.todoAt?.slice(0, 10) ?? null];
  };

  test('by a clock that is due with the first of it, and then with the next', () => {
    expect(clocks(SETTLED)).toMatchObject({ 'mediation water': 'met', 'performance water': '2026-03-13' });
    expect(todo(SETTLED)).toEqual(['keep', '2026-03-13']);
    const { clocks: all } = lived([...SETTLED, first], world);
    expect(all.flatMap((c) => (c.clock === 'performance' ? [[c.due, c.how]] : []))).toEqual([
      ['2026-03-13', 'met'],
      ['2026-03-31', null],
    ]);
  });

  test('which runs on where something else was kept before its time', () => {
    const early = [...SETTLED, keep(2, '03-10 09:00')];
    expect(lived(early, world).clocks.filter((c) => c.clock === 'performance')).toMatchObject([
      { due: '2026-03-13', how: null },
    ]);
  });

  test('and is late where it was kept late or broken; then nothing is owed any more', () => {
    expect(clocks([...SETTLED, keep(1, '03-16 09:00'), broken])).toMatchObject({ 'performance water': 'late' });
    const after = [...SETTLED, first, broken];
    expect(todo(after)[0]).toBe('close');
    expect(lived([...after, ['water', 'close', '04-02 09:00']], world).stage).toBe('closed');
    expect(lived(after, world).settlement?.obligations.map(({ state }) => state)).toEqual(['kept', 'broken']);
  });
});

test('what was broken may be kept after all, once it was closed too; that it was broken stays told', () => {
  const after: Step[] = [...SETTLED, first, broken, ['water', 'close', '04-02 09:00']];
  expect(code(after, ['water', 'breach', '04-08 09:00', { obligation: 2, reason: '还是没付' }])).not.toBe('done');
  const paid = lived([...after, keep(2, '04-08 10:00')], world);
  expect(paid.settlement?.obligations[1]).toMatchObject({ state: 'kept', mended: true });
  expect(paid).toMatchObject({ stage: 'closed', phase: 'closed' });
  expect(paid.clocks.every(({ stoppedAt }) => stoppedAt !== null)).toBe(true);
  expect(code([...after, keep(2, '04-08 10:00')], keep(2, '04-09 10:00'))).toBe('matter.nothing-promised-open');
  expect(code(after, keep(1, '04-08 10:00'))).toBe('matter.obligation-told');
});

describe('a finding that was wrong is taken back', () => {
  const back = (obligation: number, when: string): Step => [
    'water',
    'retract',
    when,
    { obligation, reason: '到账的是另一笔款' },
  ];
  const states = (steps: readonly Step[]) =>
    lived(steps, world).settlement?.obligations.map(({ state, mended }) => (mended ? `${state} mended` : state));
  const watched = (steps: readonly Step[]) =>
    lived(steps, world).clocks.flatMap((c) => (c.clock === 'performance' ? [[c.due, c.how]] : []));

  test('before its day is over it is owed again, and watched again before what falls due later', () => {
    const steps: Step[] = [...SETTLED, first, back(1, '03-13 10:00')];
    expect(states(steps)).toEqual(['open', 'open']);
    expect(watched(steps)).toEqual([
      ['2026-03-13', 'met'],
      ['2026-03-31', 'void'],
      ['2026-03-13', null],
    ]);
    expect(states([...steps, keep(1, '03-13 17:00')])).toEqual(['kept', 'open']);
  });

  test('once its day is over what was not kept is broken', () => {
    const steps: Step[] = [...SETTLED, first, back(1, '03-16 10:00')];
    expect(states(steps)).toEqual(['broken', 'open']);
    expect(watched(steps).at(-1)).toEqual(['2026-03-31', null]);
    expect(states([...steps, keep(1, '03-17 10:00')])).toEqual(['kept mended', 'open']);
  });

  test('found broken by mistake it is open, late by now, and may be found kept without a stain', () => {
    const steps: Step[] = [...SETTLED, first, broken, back(2, '04-02 09:00')];
    expect(states(steps)).toEqual(['kept', 'open']);
    expect(watched(steps).at(-1)).toEqual(['2026-03-31', null]);
    expect(states([...steps, keep(2, '04-02 10:00')])).toEqual(['kept', 'kept']);
    expect(code(steps, ['water', 'close', '04-02 10:00'])).toBe('matter.promised-still-open');
  });

  test('what was broken and then wrongly found kept is broken as it was', () => {
    const paid = [...SETTLED, first, broken, keep(2, '04-08 10:00')];
    expect(states([...paid, back(2, '04-09 09:00')])).toEqual(['kept', 'broken']);
  });

  test('struck off, it is taken up again where something is owed again, and else stays struck off', () => {
    const closed = (when: string): Step[] => [
      ...SETTLED,
      first,
      keep(2, '03-16 09:00'),
      ['water', 'close', '03-17 09:00'],
      back(2, when),
    ];
    const owed = lived(closed('03-18 09:00'), world);
    expect(owed).toMatchObject({ stage: 'settled', phase: 'answered' });
    expect(project(owed, mechanism).assignments[0]).toMatchObject({ todo: 'keep' });
    expect(watched(closed('03-18 09:00')).at(-1)).toEqual(['2026-03-31', null]);
    const late = lived(closed('04-02 09:00'), world);
    expect(late).toMatchObject({ stage: 'closed', settlement: { obligations: [{}, { state: 'broken' }] } });
    expect(late.clocks.every(({ stoppedAt }) => stoppedAt !== null)).toBe(true);
  });

  test('it brings back no right that has lapsed', () => {
    const again: Step[] = [...SETTLED, first, broken, ['water', 'close', '04-02 09:00'], back(2, '04-09 09:00')];
    const ask: Step = ['water', 'confirm', '04-09 10:00', { court: '东湖区人民法院', appliedOn: '2026-04-09' }];
    expect(code(again, ask)).toBe('matter.confirm-lapsed');
  });

  test.each<[sentence: string, steps: Step[], step: Step, code: string]>([
    ['nothing was agreed on', MET, back(1, '03-05 10:00'), 'matter.stage-forbids-act'],
    ['nothing was found yet', SETTLED, back(1, '03-06 10:00'), 'matter.nothing-found'],
    ['nothing was found of this one', [...SETTLED, first], back(2, '03-12 10:00'), 'matter.obligation-untold'],
    ['there is no such promise', [...SETTLED, first], back(3, '03-12 10:00'), 'matter.no-such-obligation'],
    [
      'nobody says why',
      [...SETTLED, first],
      ['water', 'retract', '03-12 10:00', { obligation: 1 }],
      'matter.given-missing',
    ],
  ])('not where %s', (_, steps, step, expected) => {
    expect(code(steps, step)).toBe(expected);
  });

  test('figures follow from that moment, and not before it', () => {
    const { take, all } = factsOf(mechanism);
    const acts = living([...SETTLED, first, broken, back(2, '04-02 09:00')], world).acts;
    foldAll(acts, take);
    const counted = all.map(({ since, marks }) => [since.slice(0, 10), (marks & bitsOf(['broken'])) !== 0] as const);
    expect(counted.filter(([since]) => since >= '2026-04-01')).toEqual([
      ['2026-04-01', true],
      ['2026-04-02', false],
    ]);
  });
});

describe('the right to have a court confirm it (人民调解法 33: within thirty days of the agreement)', () => {
  const ask = (when: string, appliedOn: string): Step => [
    'water',
    'confirm',
    when,
    { court: '东湖区人民法院', appliedOn },
  ];

  test.each([
    ['2026-04-03', 'done', 'the twenty-ninth day'],
    ['2026-04-07', 'done', 'the thirtieth day was the Saturday of a holiday: its end is the working day after'],
    ['2026-04-08', 'matter.confirm-lapsed', 'one day later'],
  ])('%s: %s, %s', (day, expected) => {
    expect(code(SETTLED, ask(`${day.slice(5)} 10:00`, day))).toBe(expected);
  });

  test('is not used before there was an agreement', () => {
    expect(code(SETTLED, ask('03-10 10:00', '2026-03-01'))).toBe('matter.applied-before-signing');
  });

  test('is nobody’s lateness when it was not used', () => {
    const done: Step[] = [...SETTLED, first, keep(2, '03-30 09:00'), ['water', 'close', '05-06 09:00']];
    expect(clocks(done)).toMatchObject({ 'confirmation water': 'void' });
    function clocks(steps: readonly Step[]) {
      return told(lived(steps, world)).clocks;
    }
  });

  test('is counted from the day on which it was signed, though it was told of later', () => {
    const late: Step = ['water', 'settle', '03-10 16:00', { ...AGREEMENT, signedOn: '2026-03-02' }];
    expect(told(lived([...MET, late], world)).clocks).toMatchObject({ 'confirmation water': '2026-04-01' });
  });

  test('asked for once', () => {
    expect(code([...SETTLED, ask('03-10 10:00', '2026-03-09')], ask('03-11 10:00', '2026-03-11'))).toBe(
      'matter.confirmed-already',
    );
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
