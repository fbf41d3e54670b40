import { expect, test } from 'vitest';
import { APPOINTED, attempt, disputes, lived, MET, type Step } from '../life/life.fixture.ts';
import { project } from '../life/project.rules.ts';

const mechanism = disputes();
const world = { mechanism };
const code = (steps: readonly Step[], step: Step): string => {
  const decided = attempt(lived(steps, world), step, world);
  return decided.ok ? 'done' : decided.problem.code;
};
const convene = (meetOn: string, came = [1, 2], when = '03-03 10:00'): Step => [
  'water',
  'convene',
  when,
  { meetOn, from: '09:30', place: '调解室', came },
];

test.each<[sentence: string, step: Step, code: string]>([
  ['who mediates arranges a session', convene('2026-03-06'), 'done'],
  ['for today too', convene('2026-03-03', [1, 2], '03-03 09:29'), 'done'],
  ['but for no hour that has passed', convene('2026-03-03', [1, 2], '03-03 09:31'), 'matter.session-hour-over'],
  ['nor for a day that has passed', convene('2026-03-02'), 'matter.session-over'],
  ['nor with somebody who is no party', convene('2026-03-06', [3]), 'matter.no-such-party'],
  [
    'nobody else of the unit arranges it',
    ['waterHead', ...convene('2026-03-06').slice(1)] as unknown as Step,
    'matter.not-your-act',
  ],
])('%s', (_, step, said) => expect(code(APPOINTED, step)).toBe(said));

const todo = (steps: readonly Step[]) => {
  const [row] = project(lived(steps, world), mechanism).assignments;
  return [row!.todo, row!.todoAt?.slice(0, 10)];
};

test('it is what is to be done next, on its day; moved, on the other; recorded, it is over', () => {
  const once: Step[] = [...APPOINTED, convene('2026-03-06')];
  expect(todo(once)).toEqual(['meet', '2026-03-06']);
  const moved: Step[] = [...once, convene('2026-03-09', [1], '03-05 10:00')];
  expect(todo(moved)).toEqual(['meet', '2026-03-09']);
  expect(lived(moved, world).arranged).toMatchObject({ meetOn: '2026-03-09', from: '09:30', came: [1] });
  const held: Step = ['water', 'meet', '03-09 15:00', { heldOn: '2026-03-09', place: '调解室', came: [1], text: '谈' }];
  expect(lived([...moved, held], world).arranged).toBeNull();
  expect(todo([...moved, held])[0]).toBe('settle');
  // Met before: another session is arranged, and comes before the agreement.
  expect(todo([...MET, convene('2026-03-10', [1, 2], '03-05 10:00')])).toEqual(['meet', '2026-03-10']);
});

test.each<[sentence: string, heldOn: string, code: string]>([
  ['a session may have been held before the case was registered', '2026-02-10', 'done'],
  ['but not in another year', '2025-03-04', 'matter.day-before-matter'],
])('%s', (_, heldOn, said) =>
  expect(code(APPOINTED, ['water', 'meet', '03-04 15:00', { heldOn, place: '调解室', came: [1], text: '谈' }])).toBe(
    said,
  ),
);

const met = (more: Record<string, unknown>, when = '03-04 15:00'): Step => [
  'water',
  'meet',
  when,
  { heldOn: '2026-03-04', place: '调解室', came: [1, 2], text: '谈', ...more },
];
test.each<[sentence: string, step: Step, code: string]>([
  ['a session of today is recorded once its hour has come', met({ from: '15:00' }), 'done'],
  ['and not before', met({ from: '15:01' }), 'matter.session-hour-in-future'],
  ['one of yesterday at whatever hour', met({ from: '23:50' }, '03-05 09:00'), 'done'],
  ['that nobody came is not left to an empty list', met({ came: [] }), 'matter.nobody-came'],
  ['it is said', met({ came: [], nobody: true }), 'done'],
  ['and not of one to which somebody came', met({ nobody: true }), 'matter.somebody-came'],
])('%s', (_, step, said) => expect(code(APPOINTED, step)).toBe(said));
