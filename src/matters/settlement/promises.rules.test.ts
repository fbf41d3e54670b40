import { describe, expect, test } from 'vitest';
import { disputes, lived, living, MET, outcomeOf, SETTLED, told, type Step } from '../life/life.fixture.ts';
import { bitsOf } from '../../mechanism/index.ts';
import { factsOf } from '../facts/fact.rules.ts';
import { foldAll } from '../life/fold.rules.ts';
import { project } from '../life/project.rules.ts';

const mechanism = disputes();
const world = { mechanism };
const code = (steps: readonly Step[], step: Step): string => outcomeOf(steps, step, world);
const keep = (obligation: number, when: string): Step => ['water', 'keep', when, { obligation }];
const first = keep(1, '03-12 09:00');
const broken: Step = ['water', 'breach', '04-01 09:00', { obligation: 2, reason: '到期未付' }];

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

test('nothing is broken before its day is over, but where the party has refused outright (民法典 578)', () => {
  const breach = (when: string, more = {}): Step => [
    'water',
    'breach',
    when,
    { obligation: 2, reason: '未付', ...more },
  ];
  expect(code([...SETTLED, first], breach('03-31 23:59'))).toBe('matter.breach-before-due');
  expect(code([...SETTLED, first], breach('04-01 00:00'))).toBe('done');
  const refused = [...SETTLED, first, breach('03-20 10:00', { outright: true })];
  expect(lived(refused, world).settlement?.obligations[1]).toMatchObject({ state: 'broken' });
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
    expect(code(again, ask)).toBe('matter.confirm-too-late');
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
