import { describe, expect, test } from 'vitest';
import { at, attempt, FILES, lived, projects, SEATS, type Step } from '../life/life.fixture.ts';
import { choices } from '../matter.policy.ts';

const open = ['    before: [answer]\n', ''] as const;
const reason = { mechanism: projects(['    before: [measure]\n', ''], [...open], [...open]) };
const never = {
  mechanism: projects(['    before: [measure]\n', ''], [...open], [...open], ['unreached: reason', 'unreached: never']),
};
const PROMISED = { target: 'green-area', quantity: '120.4', by: '2026-04-30' };
const LENGTH = { target: 'greenway', quantity: '3', by: '2026-04-30' };
const BUILDING: Step[] = [
  ['office', 'register', '03-02 09:00', { text: '东湖游园', area: '城区游园', targets: [PROMISED, LENGTH] }],
  ['office', 'assign', '03-02 10:00', { lead: 'parks', co: ['water'], due: '2026-04-30' }],
  ['parks', 'accept', '03-02 15:00'],
  ['water', 'accept', '03-02 15:30'],
];
const read = (target: string, value: string): Step => [
  'parks',
  'measure',
  '03-12 10:00',
  { target, value, on: '2026-03-12', files: FILES },
];
const answers = (more: object = {}, by: 'parks' | 'water' = 'parks'): Step => [
  by,
  'answer',
  '03-12 16:00',
  { result: '完工', files: FILES, ...(by === 'parks' ? { withoutCo: '只协助查验' } : {}), ...more },
];
const why = { unreached: '雨季推迟，余下 57 亩五月补种' };

describe('an answer while a target is short', () => {
  test.each<[sentence: string, world: typeof reason, before: Step[], last: Step, refusal: string | null]>([
    ['needs its reason', reason, [read('green-area', '63')], answers(), 'targets-unreached-unexplained'],
    ['is taken with it', reason, [read('green-area', '63')], answers(why), null],
    [
      'that nobody has measured needs it too',
      reason,
      [read('green-area', '120.4')],
      answers(),
      'targets-unreached-unexplained',
    ],
    ['needs none once all is there', reason, [read('green-area', '120.4'), read('greenway', '3')], answers(), null],
    ['is a co-unit’s to give for its own part', reason, [], answers({}, 'water'), null],
    ['is held back where the file says never', never, [read('green-area', '63')], answers(why), 'targets-unreached'],
    ['and no more once all is there', never, [read('green-area', '120.4'), read('greenway', '3')], answers(), null],
  ])('%s', (_, world, before, last, refusal) => {
    const decided = attempt(lived([...BUILDING, ...before], world), last, world);
    expect(decided.ok ? null : decided.problem.code.replace('matter.', '')).toBe(refusal);
  });

  test('tells the page of which targets to ask why, and names them in its refusal', () => {
    const state = lived([...BUILDING, read('greenway', '3')], reason);
    const answer = choices(reason.mechanism, state, SEATS.parks, at('03-12 16:00')).find(
      ({ kind }) => kind === 'answer',
    )!;
    expect([answer.allowed, answer.unreached]).toEqual([true, ['green-area']]);
    const refused = attempt(state, answers(), reason);
    expect(refused.ok ? null : refused.problem).toMatchObject({
      params: { targets: [{ zh: '绿化面积' }] },
      pointer: '/given/unreached',
    });
  });
});
