import { describe, expect, test } from 'vitest';
import { orRefuse } from '../../kernel/index.ts';
import { fold } from './fold.rules.ts';
import { ASSIGNED, attempt, FILES, lived, REGISTERED, TOGETHER, told, weekly, type Step } from './life.fixture.ts';
import { project } from './project.rules.ts';

const answer = { result: '已办', files: FILES };
const after = (before: readonly Step[], step: Step) => lived([...before, step]);

describe('co-units beside the lead', () => {
  test.each<[sentence: string, before: Step[], step: Step, then: Partial<ReturnType<typeof told>>]>([
    [
      'a co-unit that accepts moves no stage',
      ASSIGNED,
      ['roads', 'accept', '03-02 11:00'],
      { stage: 'assigned', stances: { water: 'lead assigned', roads: 'co accepted', parks: 'co assigned' } },
    ],
    [
      'a co-unit that refuses moves no stage, and may do so though the lead works already',
      [...ASSIGNED, ['water', 'accept', '03-02 11:00']],
      ['roads', 'refuse', '03-02 12:00', { reason: '无此职责' }],
      { stage: 'working', stances: { water: 'lead accepted', roads: 'co refused', parks: 'co assigned' } },
    ],
    [
      'a co-unit accepts in time though the lead has refused',
      [...ASSIGNED, ['water', 'refuse', '03-02 11:00', { reason: '不属本局' }]],
      ['roads', 'accept', '03-02 12:00'],
      { stage: 'refused', stances: { water: 'lead refused', roads: 'co accepted', parks: 'co assigned' } },
    ],
    [
      'a co-unit answers for itself: its clock stops, the matter’s do not start',
      TOGETHER,
      ['roads', 'answer', '03-10 09:00', answer],
      {
        stage: 'working',
        stances: { water: 'lead accepted', roads: 'co answered', parks: 'co accepted' },
        clocks: {
          'accept water': 'met',
          'accept roads': 'met',
          'accept parks': 'met',
          'answer water': '2026-03-20',
          'answer roads': 'met',
          'answer parks': '2026-03-20',
        },
      },
    ],
    [
      'the lead may answer without co-units if it says why; they are let go and it is told of them, late only if they were late by then',
      [...TOGETHER, ['roads', 'answer', '03-10 09:00', answer]],
      ['water', 'answer', '03-12 09:00', { ...answer, withoutCo: '园林部分下月办' }],
      {
        stage: 'answered',
        stances: { water: 'lead answered', roads: 'co answered', parks: 'co unawaited' },
        clocks: {
          'accept water': 'met',
          'accept roads': 'met',
          'accept parks': 'met',
          'answer water': 'met',
          'answer roads': 'met',
          'answer parks': 'void',
          verify: '2026-03-16',
        },
      },
    ],
    [
      'a co-unit that had let its day pass is not excused by the lead’s answering',
      TOGETHER,
      ['water', 'answer', '03-23 09:00', { ...answer, withoutCo: '催办无果' }],
      {
        stage: 'answered',
        clocks: expect.objectContaining({ 'answer parks': 'late', 'answer roads': 'late' }) as never,
      },
    ],
    [
      'returned: the lead and whoever still owes have a clock again, who had answered has none, and who was not waited for is asked to accept again',
      [
        ...TOGETHER,
        ['roads', 'answer', '03-10 09:00', answer],
        ['water', 'answer', '03-12 09:00', { ...answer, withoutCo: '园林部分下月办' }],
      ],
      ['office', 'return', '03-13 09:00', { reason: '园林部分不能缺' }],
      {
        stage: 'working',
        stances: { water: 'lead returned', roads: 'co answered', parks: 'co assigned' },
        clocks: expect.objectContaining({
          'answer water': '2026-03-20',
          'answer parks': '2026-03-20',
          'answer roads': 'met',
        }) as never,
      },
    ],
    [
      'struck off: who was not waited for stays that, and is not said to have done anything',
      [
        ...TOGETHER,
        ['water', 'answer', '03-12 09:00', { ...answer, withoutCo: '先行办结' }],
        ['office', 'verify', '03-13 09:00'],
      ],
      ['office', 'close', '03-13 10:00'],
      { stage: 'closed', stances: { water: 'lead done', roads: 'co unawaited', parks: 'co unawaited' } },
    ],
    [
      'a co-unit that never accepted is not waited for either; one that refused has said so and stays that',
      [...ASSIGNED, ['water', 'accept', '03-02 15:00'], ['parks', 'refuse', '03-02 16:00', { reason: '无此职责' }]],
      ['water', 'answer', '03-03 09:00', { ...answer, withoutCo: '两家均未参与' }],
      {
        stances: { water: 'lead answered', roads: 'co unawaited', parks: 'co refused' },
        clocks: expect.objectContaining({ 'accept roads': 'void', 'answer roads': 'void' }) as never,
      },
    ],
    [
      'reopened: who was not waited for has a clock again beside the lead',
      [
        ...TOGETHER,
        ['water', 'answer', '03-12 09:00', { ...answer, withoutCo: '先行办结' }],
        ['office', 'verify', '03-13 09:00'],
        ['office', 'close', '03-13 10:00'],
      ],
      ['office', 'reopen', '03-16 09:00', { reason: '群众反映未办', due: '2026-03-27' }],
      {
        stances: { water: 'lead returned', roads: 'co assigned', parks: 'co assigned' },
        clocks: expect.objectContaining({ 'answer roads': '2026-03-27', 'answer parks': '2026-03-27' }) as never,
      },
    ],
    [
      'a head acts for a bureau of his county',
      [...REGISTERED, ['office', 'assign', '03-02 10:00', { lead: 'parks', co: [] }]],
      ['countyHead', 'accept', '03-02 11:00'],
      { stage: 'working', stances: { parks: 'lead accepted' } },
    ],
    [
      'the office verifies though it helps with the matter itself: its verdict moves the stage',
      [
        ...REGISTERED,
        ['office', 'assign', '03-02 10:00', { lead: 'water', co: ['office'] }],
        ['water', 'accept', '03-02 11:00'],
        ['water', 'answer', '03-04 11:00', { ...answer, withoutCo: '督查室只跟踪' }],
      ],
      ['office', 'verify', '03-05 09:00'],
      { stage: 'verified', stances: { water: 'lead done', office: 'co unawaited' } },
    ],
  ])('%s', (_, before, step, then) => {
    expect(told(after(before, step))).toMatchObject(then);
  });

  test('how far the whole has come is the lead’s to say, not a co-unit’s', () => {
    const state = lived([
      ...TOGETHER,
      ['water', 'report', '03-05 09:00', { text: '三成', percent: 30 }],
      ['roads', 'report', '03-06 09:00', { text: '本单位完成', percent: 100 }],
    ]);
    expect(state).toMatchObject({ percent: 30, counts: { reports: 2 } });
  });

  test('sixty co-units that accept on one morning do not send each other back to look again', () => {
    const before = lived(ASSIGNED);
    expect(after(ASSIGNED, ['roads', 'accept', '03-02 11:00']).moved).toBe(before.moved);
    expect(after(ASSIGNED, ['water', 'accept', '03-02 11:00']).moved).toBe(3);
  });

  test('the lead does not answer before its co-units without saying why, and is told which', () => {
    const state = lived([...TOGETHER, ['roads', 'answer', '03-10 09:00', answer]]);
    expect(attempt(state, ['water', 'answer', '03-12 09:00', answer])).toMatchObject({
      ok: false,
      problem: { code: 'matter.co-units-not-answered', params: { units: ['parks'] }, pointer: '/given/withoutCo' },
    });
    const all = lived([
      ...TOGETHER,
      ['roads', 'answer', '03-10 09:00', answer],
      ['parks', 'answer', '03-11 09:00', answer],
    ]);
    expect(attempt(all, ['water', 'answer', '03-12 09:00', answer]).ok).toBe(true);
  });

  test('a co-unit has no more to say once the whole is answered', () => {
    const state = lived([...TOGETHER, ['water', 'answer', '03-12 09:00', { ...answer, withoutCo: '先行' }]]);
    expect(attempt(state, ['parks', 'answer', '03-13 09:00', answer])).toMatchObject({
      problem: { code: 'matter.stage-forbids-act' },
    });
  });

  test('who was not waited for is told to do nothing and runs no clock, from that answer to the striking off', () => {
    const steps: Step[] = [
      ['water', 'answer', '03-12 09:00', { ...answer, withoutCo: '先行' }],
      ['office', 'verify', '03-13 09:00'],
      ['office', 'close', '03-13 10:00'],
    ];
    let state = lived(TOGETHER);
    for (const step of steps) {
      state = fold(state, orRefuse(attempt(state, step)));
      const left = project(state, weekly()).assignments.filter((row) => row.stance === 'unawaited');
      expect(left.map(({ todo, dueAt }) => [todo, dueAt])).toEqual([
        [null, null],
        [null, null],
      ]);
    }
  });
});
