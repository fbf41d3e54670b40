import { describe, expect, test } from 'vitest';
import { choices } from '../matter.policy.ts';
import { at, attempt, FILES, lived, SEATS, weekly, WORKING, type Step } from './life.fixture.ts';

/** The clock of the answer, begun on Monday 2 March, runs at least ten days. */
const world = {
  mechanism: weekly(['otherwise: 5 workdays\n    pausable', 'otherwise: 30 days\n    least: 10 days\n    pausable']),
};
const answer = (when: string, more: object = {}): Step => [
  'water',
  'answer',
  when,
  { result: '已办', files: FILES, withoutCo: '另办', ...more },
];
const why = { early: '整改事项少，双方同意' };
const sent: Step[] = [answer('03-09 09:00', why), ['office', 'return', '03-10 09:00', { reason: '再核一次' }]];

describe('an answer before the least time of its clock has passed', () => {
  test.each<[sentence: string, before: readonly Step[], last: Step, refusal: string | null]>([
    ['needs its reason', [], answer('03-05 09:00'), 'early-unexplained'],
    ['and on the last day before it is over', [], answer('03-11 23:00'), 'early-unexplained'],
    ['is taken with it', [], answer('03-05 09:00', why), null],
    ['needs none from that day on', [], answer('03-12 00:00'), null],
    ['what was sent back is counted from when it first began', sent, answer('03-13 09:00'), null],
  ])('%s', (_, before, last, refusal) => {
    const decided = attempt(lived([...WORKING, ...before], world), last, world);
    expect(decided.ok ? null : decided.problem.code.replace('matter.', '')).toBe(refusal);
  });

  test('the page is told to ask, and from when on it need not', () => {
    const asked = (when: string) =>
      choices(world.mechanism, lived(WORKING, world), SEATS.water, at(when)).find(({ kind }) => kind === 'answer')
        ?.early;
    expect(asked('03-05 09:00')).toMatchObject({ days: 10, since: '2026-03-02', until: '2026-03-12' });
    expect(asked('03-12 09:00')).toBeNull();
  });
});

test.each([
  [
    'a clock that no answer ends',
    'until: [verify, return, close]\n',
    'until: [verify, return, close]\n    least: 1 day\n',
    'least-without-answer',
  ],
  [
    'one whose limit is shorter',
    'otherwise: 5 workdays\n    pausable',
    'otherwise: 5 days\n    least: 10 days\n    pausable',
    'least-beyond-limit',
  ],
])('a file may not ask it of %s', (_, from, to, code) => expect(() => weekly([from, to])).toThrow(`mechanism.${code}`));
