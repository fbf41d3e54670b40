import { expect, test } from 'vitest';
import { ACCEPTED, attempt, disputes, lived, SEATS, type Step } from '../life/life.fixture.ts';

const world = { mechanism: disputes() };
const code = (steps: readonly Step[], step: Step): string => {
  const decided = attempt(lived(steps, world), step, world);
  return decided.ok ? 'done' : decided.problem.code;
};
const INVOLVED: Step[] = [
  ...ACCEPTED,
  ['office', 'appoint', '03-03 09:00', { seat: SEATS.waterHead.seat }],
  [
    'office',
    'involve',
    '03-03 10:00',
    { parties: [{ side: 'respondent', kind: 'person', name: SEATS.waterHead.name }] },
  ],
];
const clear = (who: Step[0]): Step => [who, 'clear', '03-03 11:00', { seat: SEATS.waterHead.seat, reason: '只是同名' }];

test('nobody finds of themselves that they have no conflict, though they might of another', () => {
  expect(code(INVOLVED, clear('waterHead'))).toBe('matter.clear-by-another');
  expect(code(INVOLVED, clear('office'))).toBe('done');
});
