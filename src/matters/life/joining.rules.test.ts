import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import { choices } from '../matter.policy.ts';
import { actOnHost } from './decide-joining.rules.ts';
import { fold } from './fold.rules.ts';
import {
  appeals,
  at,
  attempt,
  DRAFTED,
  FILED,
  GIVEN,
  HOST,
  lived,
  RAISED,
  REPLIED,
  SEATS,
  TAKEN,
  told,
  type SeatName,
  type Step,
  type World,
} from './life.fixture.ts';
import { project } from './project.rules.ts';
import type { MatterAct } from './effect.rules.ts';
import type { MatterState } from './state.rules.ts';

const world = { mechanism: appeals() };
const under = { mechanism: world.mechanism, calendar: nationalCalendar };
const after = (steps: Step[]) => lived(steps, world);
const joined = (when: string): Step => ['office', 'join', when, { into: HOST }];
const parted = (when: string): Step => ['office', 'part', when, { reason: '不是同一件事' }];
const codeOf = (steps: Step[], step: Step, host: World['host'] = {}): string | null => {
  const decided = attempt(after(steps), step, { ...world, host });
  return decided.ok ? null : decided.problem.code;
};

describe('a matter that is joined to another', () => {
  test.each<[sentence: string, steps: Step[]]>([
    ['just raised', RAISED],
    ['not yet accepted by its unit', GIVEN],
    ['worked on, and late', TAKEN],
    ['with a draft before the head', DRAFTED],
  ])('%s, is over: nobody owes anything, and nothing runs out', (_, steps) => {
    const state = after([...steps, joined('03-20 09:00')]);
    const rows = project(state, world.mechanism);
    expect(state).toMatchObject({ stage: 'joined', phase: 'closed', paused: false });
    expect(rows.matter).toMatchObject({ todo: null, dueAt: null, todoAt: null });
    expect(rows.assignments.filter(({ todo, dueAt }) => todo ?? dueAt)).toEqual([]);
    expect(state.clocks.filter((c) => c.stoppedAt === null)).toEqual([]);
    const open = (who: SeatName): ActKind[] =>
      choices(world.mechanism, state, SEATS[who], at('03-21 09:00')).flatMap((c) => (c.allowed ? [c.kind] : []));
    expect(open('office')).toEqual(['part']);
    expect([...open('water'), ...open('waterHead'), ...open('mayor'), ...open('firm')]).toEqual([]);
  });

  test('keeps what ran out before, which joining does not wipe away', () => {
    expect(told(after([...TAKEN, joined('03-20 09:00')])).clocks['answer water']).toBe('late');
    expect(told(after([...TAKEN, joined('03-05 09:00')])).clocks['answer water']).toBe('void');
  });

  test.each<[sentence: string, steps: Step[], host: World['host'], into: string, code: string]>([
    ['a number that no matter has', FILED, {}, '〔2026〕0008', 'matter.no-such-host'],
    ['one of another kind', FILED, { mechanism: 'weekly-assignment' }, HOST, 'matter.no-such-host'],
    ['itself', FILED, { number: '诉求〔2026〕0003' }, HOST, 'matter.join-itself'],
    ['one that is over', FILED, { phase: 'closed' }, HOST, 'matter.host-is-closed'],
    [
      'one that is answered, without saying that this is meant',
      FILED,
      { phase: 'answered' },
      HOST,
      'matter.host-is-answered',
    ],
    ['any, once it was answered', REPLIED, {}, HOST, 'matter.stage-forbids-act'],
    ['any, being joined already', [...FILED, joined('03-03 09:00')], {}, HOST, 'matter.stage-forbids-act'],
  ])('cannot join %s', (_, steps, host, into, code) => {
    expect(codeOf(steps, ['office', 'join', '03-20 10:00', { into }], host)).toBe(code);
  });

  test('joins one that is answered where somebody is sure of it', () => {
    const step: Step = ['office', 'join', '03-20 10:00', { into: HOST, sure: true }];
    expect(codeOf(FILED, step, { phase: 'answered' })).toBeNull();
  });

  test('is joined and parted by the supervision office alone', () => {
    for (const who of ['mayor', 'water', 'waterHead', 'firm', 'admin'] as const) {
      expect(codeOf(GIVEN, [who, 'join', '03-03 09:00', { into: HOST }])).toBe('matter.not-your-act');
      const away = [...GIVEN, joined('03-03 09:00')];
      expect(codeOf(away, [who, 'part', '03-04 09:00', { reason: '错了' }])).toBe('matter.not-your-act');
    }
  });
});

describe('a matter that is parted again', () => {
  test.each<[sentence: string, steps: Step[], clocks: Record<string, string>]>([
    ['goes on where it stood', [...RAISED, joined('03-02 10:00'), parted('03-02 11:00')], { dispatch: '2026-03-03' }],
    [
      'has the time that it had left: joined for three working days, it is due three later',
      [...TAKEN, joined('03-04 09:00'), parted('03-09 09:00')],
      { 'answer water': '2026-03-19' },
    ],
    [
      'still waits for the reply for which time stood still',
      [
        ...TAKEN,
        ['water', 'inquire', '03-03 10:00', { text: '哪一段？' }],
        joined('03-04 09:00'),
        parted('03-09 09:00'),
      ],
      { 'answer water': 'paused, was 2026-03-16' },
    ],
    [
      'is late again, if it was',
      [...TAKEN, joined('03-20 09:00'), parted('03-20 10:00')],
      { 'answer water': '2026-03-16' },
    ],
  ])('%s', (_, steps, clocks) => {
    const state = after(steps);
    const before = after(steps.slice(0, -2));
    expect({ stage: state.stage, phase: state.phase }).toEqual({ stage: before.stage, phase: before.phase });
    expect(state.units.map(({ stance }) => stance)).toEqual(before.units.map(({ stance }) => stance));
    expect(state.joined).toBeNull();
    const running = state.clocks.filter((c) => c.stoppedAt === null);
    expect(told({ ...state, clocks: running }).clocks).toEqual(clocks);
  });
});

describe('the matter that others go on in', () => {
  const id = (n: number) => `00000000-0000-7000-8000-00000000070${n}`;
  const act = (state: MatterState, step: Step): MatterAct => {
    const decided = attempt(state, step, world);
    if (!decided.ok) throw new Error(decided.problem.code);
    return decided.value;
  };
  const gathers = (host: MatterState, n: number, other: MatterState): MatterState =>
    fold(host, actOnHost(host, { id: id(n), state: other }, act(other, joined('03-03 09:00')), id(n + 1), under));
  const releases = (host: MatterState, n: number, other: MatterState): MatterState => {
    const away = fold(other, act(other, joined('03-03 09:00')));
    return fold(host, actOnHost(host, { id: id(n), state: away }, act(away, parted('03-04 09:00')), id(n + 1), under));
  };
  const own = after(FILED);
  const bakers = lived([['baker', 'register', '03-02 09:00', { text: '门前断路', unnamed: true }]], world);
  const again = lived([['baker', 'register', '03-02 10:00', { text: '又断路' }]], world);
  const who = ({ originators }: MatterState) => originators.map((one) => one.id);
  const [firm, baker] = [SEATS.firm.seat, SEATS.baker.seat];

  test('gains whoever raised them, who stay unnamed where they asked for that', () => {
    const host = gathers(own, 1, bakers);
    expect(who(host)).toEqual([firm, baker]);
    expect(host.originators[1]).toMatchObject({ unnamed: true, through: id(1) });
    expect(project(host, world.mechanism).matter.originators).toEqual([firm, baker]);
    expect(host).toMatchObject({ stage: own.stage, gathered: [{ matter: id(1), number: bakers.number }] });
  });

  test('loses them when they are parted, but not who raised it themselves or through yet another', () => {
    expect(who(releases(gathers(own, 1, bakers), 1, bakers))).toEqual([firm]);
    expect(who(releases(gathers(own, 1, own), 1, own))).toEqual([firm]);
    const both = gathers(gathers(own, 1, bakers), 3, again);
    expect(who(both)).toEqual([firm, baker]);
    expect(releases(both, 1, bakers).originators).toMatchObject([{ id: firm }, { id: baker, unnamed: false }]);
  });

  test('cannot join another itself, or whoever raised those would have to be followed through two', () => {
    const decided = attempt(gathers(own, 1, bakers), joined('03-05 09:00'), world);
    expect(decided.ok ? null : decided.problem.code).toBe('matter.others-are-joined');
  });

  describe('and is owed by them an answer', () => {
    const bad = { stars: 1, solved: false, satisfied: false };
    const go = (state: MatterState, steps: Step[]): MatterState =>
      steps.reduce((then, step) => fold(then, act(then, step)), state);
    const reopened = go(bakers, [
      ['office', 'close', '03-02 10:00', { note: '不属本市' }],
      ['baker', 'evaluate', '03-02 11:00', bad],
      ['office', 'reopen', '03-02 12:00', { reason: '应当受理' }],
    ]);
    const closing = (host: MatterState): string | null => {
      const decided = attempt(host, ['office', 'close', '03-09 09:00', { note: '销号' }], world);
      return decided.ok ? null : decided.problem.code;
    };
    const heard = { reached: true, solved: true, satisfied: true, text: '认可' };
    const answering: Step[] = [
      ['office', 'assign', '03-04 09:00', { lead: 'water', co: [] }],
      ['water', 'accept', '03-04 10:00'],
      ['waterHead', 'answer', '03-05 16:00', { result: '便道已修通' }],
    ];

    test('cannot be struck off unanswered either, as what was joined could not', () => {
      expect(closing(reopened)).toBe('matter.reopened-unanswered');
      expect(closing(gathers(own, 1, bakers))).toBeNull();
      expect(closing(gathers(own, 1, reopened))).toBe('matter.reopened-unanswered');
      // Nor once yet another is joined, which lacks nothing.
      expect(closing(gathers(gathers(own, 1, reopened), 3, again))).toBe('matter.reopened-unanswered');
    });

    test('nor where it was joined while disputed, in a file that lets it', () => {
      const disputed = go(bakers, [
        ['office', 'close', '03-02 10:00', { note: '不属本市' }],
        ['baker', 'evaluate', '03-02 11:00', bad],
      ]);
      const done: MatterAct = { ...act(own, joined('03-03 09:00')) };
      const host = fold(own, actOnHost(own, { id: id(1), state: disputed }, done, id(2), under));
      expect(closing(host)).toBe('matter.reopened-unanswered');
    });

    test('may be once they say on the phone that it is right, after it was joined and not before', () => {
      const host = gathers(own, 1, reopened);
      expect(closing(go(host, [['office', 'callback', '03-04 09:00', heard]]))).toBeNull();
      const before = go(own, [
        ['office', 'close', '03-02 11:00', { note: '不属本市' }],
        ['firm', 'evaluate', '03-02 12:00', bad],
        ['office', 'reopen', '03-02 13:00', { reason: '应当受理' }],
        ['office', 'callback', '03-02 14:00', heard],
      ]);
      expect(closing(before)).toBeNull();
      expect(closing(gathers(before, 1, reopened))).toBe('matter.reopened-unanswered');
    });

    test('may be once it is answered, and not where that answer is sent back', () => {
      const answered = go(gathers(own, 1, reopened), answering);
      expect(closing(answered)).toBeNull();
      const back = go(answered, [['office', 'return', '03-06 09:00', { reason: '答非所问' }]]);
      expect(back.gathered).toMatchObject([{ owes: true }]);
      const ended = go(answered, [
        ['office', 'close', '03-06 09:00', { note: '已办' }],
        ['mayor', 'reopen', '03-06 10:00', { reason: '再看一遍' }],
      ]);
      expect(ended.gathered).toMatchObject([{ matter: id(1) }]);
      expect(ended.gathered[0]).not.toHaveProperty('owes');
    });

    test('owes nothing of theirs once they are parted, and whoever they are joined to next does', () => {
      expect(closing(releases(gathers(own, 1, reopened), 1, reopened))).toBeNull();
      const parts = [joined('03-03 09:00'), parted('03-04 09:00')];
      const apart = go(reopened, parts);
      expect(closing(apart)).toBe('matter.reopened-unanswered');
      const next = fold(
        own,
        actOnHost(own, { id: id(1), state: apart }, act(apart, joined('03-05 09:00')), id(2), under),
      );
      expect(closing(next)).toBe('matter.reopened-unanswered');
    });

    test('is refused them while it is disputed itself and was never answered: its exclusion would end both', () => {
      const struck = { phase: 'answered', answer: null } as const;
      const join: Step = ['office', 'join', '03-05 09:00', { into: HOST, sure: true }];
      const decided = (state: MatterState) => attempt(state, join, { ...world, host: struck });
      expect(decided(reopened)).toMatchObject({ problem: { code: 'matter.host-has-no-answer' } });
      expect(decided(bakers).ok).toBe(true);
    });
  });

  describe('and is disputed', () => {
    const go = (state: MatterState, steps: Step[]): MatterState =>
      steps.reduce((then, step) => fold(then, act(then, step)), state);
    const [good, bad] = [
      { stars: 5, solved: true, satisfied: true },
      { stars: 2, solved: false, satisfied: false },
    ];
    const answered = go(gathers(after(TAKEN), 1, bakers), [
      ['water', 'propose', '03-05 10:00', { result: '便道已修通' }],
      ['waterHead', 'answer', '03-05 16:00', { result: '便道已修通' }],
    ]);
    const judged = (...by: ['firm' | 'baker', typeof good][]): MatterState =>
      go(
        answered,
        by.map(([who, given], n): Step => [who, 'evaluate', `03-06 09:0${n}`, given]),
      );
    const open = ({ clocks }: MatterState) =>
      clocks.filter((c) => c.stoppedAt === null).map((c) => `${c.clock} ${c.due}`);

    test.each<[sentence: string, host: MatterState, stage: string, clocks: string[]]>([
      [
        'by theirs alone: with them the dispute goes, nobody is to be called, and the others may still judge',
        judged(['baker', bad]),
        'answered',
        ['evaluation 2026-03-13'],
      ],
      [
        'by theirs, after others were content: it is struck off, as it was',
        judged(['firm', good], ['baker', bad]),
        'closed',
        [],
      ],
      [
        'by theirs, and others were content afterwards: it is struck off',
        judged(['baker', bad], ['firm', good]),
        'closed',
        [],
      ],
      [
        'by others too: it stays disputed',
        judged(['baker', bad], ['firm', bad]),
        'disputed',
        ['callback 2026-03-10', 'dispute 2026-03-13'],
      ],
    ])('%s', (_, host, stage, clocks) => {
      expect(host.stage).toBe('disputed');
      const left = releases(host, 1, bakers);
      expect(left).toMatchObject({ stage, evaluations: host.evaluations.filter(({ by }) => by === firm) });
      expect(open(left)).toEqual(clocks);
    });

    describe('what is parted takes along what they judged there', () => {
      const away = (host: MatterState): MatterState => {
        const steps: Step[] = [['office', 'join', '03-03 09:00', { into: HOST, sure: true }], parted('03-20 09:00')];
        return steps.reduce((then, step) => {
          // Joined while that was worked on, and parted as it is now.
          const there = step[1] === 'join' ? { ...host, phase: 'working' as const } : host;
          const decided = attempt(then, step, { ...world, host: { ...there, number: HOST } });
          if (!decided.ok) throw new Error(decided.problem.code);
          return fold(then, decided.value);
        }, bakers);
      };
      const reopened = (host: MatterState) => go(host, [['office', 'reopen', '03-09 09:00', { reason: '没通' }]]);
      const anew: Step[] = [['waterHead', 'answer', '03-12 10:00', { result: '排水已通' }]];
      const closing = (state: MatterState): string | null => {
        const decided = attempt(state, ['office', 'close', '03-21 09:00', { note: '办结' }], world);
        return decided.ok ? null : decided.problem.code;
      };
      const stars = ({ former }: MatterState) => former?.evaluations.map((one) => `${one.by} ${one.stars}`) ?? null;

      test.each<[sentence: string, host: MatterState, kept: number | null, owed: boolean]>([
        ['the answer that they were content with', judged(['baker', good]), 5, false],
        ['the one that they were not content with, and are owed another for', judged(['baker', bad]), 2, true],
        ['the one that was taken up again on their word', reopened(judged(['baker', bad])), 2, true],
        ['which is owed no more once they have another', go(reopened(judged(['baker', bad])), anew), 2, false],
        ['nothing where they said nothing', judged(['firm', good]), null, false],
      ])('%s', (_, host, kept, owed) => {
        const state = away(host);
        expect(stars(state)).toEqual(kept === null ? null : [`${baker} ${kept}`]);
        expect(closing(state)).toBe(owed ? 'matter.reopened-unanswered' : null);
        expect(state).toMatchObject({ stage: bakers.stage, answer: null, evaluations: [] });
      });

      test('and the other keeps nothing of it, nor owes anything for it', () => {
        const left = releases(reopened(judged(['baker', bad], ['firm', good])), 1, bakers);
        expect(left.former).toMatchObject({ disputed: false, evaluations: [{ by: firm, stars: 5 }] });
        const both = releases(reopened(judged(['baker', bad], ['firm', bad])), 1, bakers);
        expect(both.former).toMatchObject({ disputed: true, evaluations: [{ by: firm, stars: 2 }] });
      });

      test('an act of before that was kept carries nothing, and is read as it was', () => {
        const old = (state: MatterState, effect: MatterAct['effects'][number]): MatterState =>
          fold(state, { ...act(own, ['office', 'note', '03-20 09:00', { text: '拆' }]), effects: [effect] });
        const before = reopened(judged(['baker', bad]));
        expect(old(before, { do: 'part' }).former).toEqual(before.former);
        expect(old(before, { do: 'unsaid', by: [baker] }).former).toEqual({ ...before.former, evaluations: [] });
      });

      test('of who raised the other too it stays there', () => {
        const host = go(gathers(after(TAKEN), 1, own), [
          ['waterHead', 'answer', '03-05 16:00', { result: '便道已修通' }],
          ['firm', 'evaluate', '03-06 09:00', bad],
        ]);
        expect(away(host).former).toBeUndefined();
        expect(releases(host, 1, own).evaluations).toHaveLength(1);
      });
    });

    test('and its exclusion is under review: it is parted after that', () => {
      const exclusion = { act: HOST, at: '', seat: firm, account: firm, reason: '无理', agreed: null };
      const away: Step[] = [...FILED, joined('03-03 09:00')];
      expect(codeOf(away, parted('03-04 09:00'), { exclusion })).toBe('matter.host-under-review');
    });
  });
});
