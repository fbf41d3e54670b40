import { describe, expect, test } from 'vitest';
import { changesOf } from '../story/change.rules.ts';
import { appeals, attempt, DISPUTED, FILED, GIVEN, lived, RAISED, TAKEN, told, type Step } from './life.fixture.ts';

const world = { mechanism: appeals() };
const clocksAfter = (steps: Step[]): Record<string, string> => told(lived(steps, world)).clocks;
const assigned = (time: string, lead: string, more: object = {}): Step => [
  'office',
  'assign',
  time,
  { lead, co: [], ...more },
];
const HASTENED: Step[] = [...FILED, assigned('03-02 10:00', 'water', { green: true })];

// Monday 2 March 2026: ten working days to answer by the 16th, three through the green channel by the 5th.
describe('through the green channel', () => {
  test.each<[sentence: string, steps: Step[], due: Record<string, string>]>([
    ['what is assigned has its shorter time', HASTENED, { 'answer water': '2026-03-05', 'accept water': '2026-03-03' }],
    ['without it the time of its category', GIVEN, { 'answer water': '2026-03-16' }],
    [
      'a category that is as short keeps its own',
      [
        ...RAISED,
        ['office', 'classify', '03-02 09:30', { category: '010101' }],
        assigned('03-02 10:00', 'water', { green: true }),
      ],
      { 'answer water': '2026-03-05' },
    ],
    [
      'whoever works on it already has until then, counted from now',
      [...TAKEN, assigned('03-04 10:00', 'water', { green: true })],
      { 'answer water': '2026-03-09' },
    ],
    [
      'but not longer than it had',
      [...TAKEN, assigned('03-13 10:00', 'water', { green: true })],
      { 'answer water': '2026-03-16' },
    ],
    [
      'another unit takes it over with the new time where that is less',
      [...TAKEN, assigned('03-04 10:00', 'roads', { green: true })],
      { 'answer roads': '2026-03-09' },
    ],
    [
      'a bounce buys no day there either',
      [...HASTENED, ['water', 'refuse', '03-03 09:00', { reason: '不归我管' }], assigned('03-03 10:00', 'roads')],
      { 'answer roads': '2026-03-05' },
    ],
    [
      'taken up again it has the shorter time again',
      [
        ...FILED,
        assigned('03-02 10:00', 'water', { green: true }),
        ...DISPUTED.slice(GIVEN.length),
        ['office', 'reopen', '03-09 09:00', { reason: '重新办理' }],
      ],
      { 'answer water': '2026-03-12' },
    ],
  ])('%s', (_, steps, due) => {
    expect(clocksAfter(steps)).toMatchObject(due);
  });

  test('it is told: as a change, with the day that moves by it', () => {
    const before = lived(TAKEN, world);
    const step = assigned('03-04 10:00', 'water', { green: true });
    const act = attempt(before, step, world);
    if (!act.ok) throw new Error(act.problem.code);
    const changes = changesOf({ before, act: act.value, after: lived([...TAKEN, step], world) } as never);
    expect(changes).toMatchObject([
      { of: 'green', from: false, to: true },
      { of: 'clock', clock: 'answer', from: '2026-03-16', to: '2026-03-09' },
    ]);
  });

  test('where nothing is shorter there is none, and once is enough', () => {
    const counted = '  green: { name: { zh: 绿色通道, en: Green channel }, count: [accepted, green] }\n';
    const slow = { mechanism: appeals(['    green: 3 workdays\n', ''], [counted, '']) };
    const asked = attempt(lived(FILED, slow), assigned('03-02 10:00', 'water', { green: true }), slow);
    expect(asked).toMatchObject({ problem: { code: 'matter.no-green-channel', pointer: '/given/green' } });
    const again = attempt(lived(HASTENED, world), assigned('03-02 11:00', 'water', { green: true }), world);
    expect(again).toMatchObject({ problem: { code: 'matter.assign-changes-nothing' } });
  });
});
