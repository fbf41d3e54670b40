import { describe, expect, test } from 'vitest';
import { dayOf, nationalCalendar } from '../../kernel/index.ts';
import { viewClock } from '../life/clocks.rules.ts';
import { AGREEMENT, at, disputes, lived, MET, type Step } from '../life/life.fixture.ts';
import { project } from '../life/project.rules.ts';

/** The last day of the first promise is a Friday, of the second a Sunday. */
const steps: Step[] = [
  ...MET,
  [
    'water',
    'settle',
    '03-05 16:00',
    {
      ...AGREEMENT,
      obligations: [
        { party: 2, text: '第一期货款', amount: 5_000_000, due: '2026-03-13' },
        { party: 2, text: '第二期货款', amount: 7_000_000, due: '2026-03-15' },
      ],
    },
  ],
];
const keep = (obligation: number, when: string): Step => ['water', 'keep', when, { obligation }];
const mechanism = disputes();
/** As the file was before. */
const before = disputes(['otherwise: 30 days\n    wholeDay: true', 'otherwise: 30 days']);
const FIRST: Step[] = [];
const SECOND: Step[] = [keep(1, '03-12 10:00')];

type Seen = [slip: string, left: number, late: boolean];
/** What a reader sees of the clock then, how it ends for whoever notes then that the promise was kept, and when a list has it overdue. */
function seen(done: readonly Step[], when: string, by = mechanism): Seen {
  const world = { mechanism: by };
  const state = lived([...steps, ...done], world);
  const open = (one: { clock: string; stoppedAt: string | null }) => one.clock === 'performance' && !one.stoppedAt;
  const view = viewClock(state.clocks.find(open)!, at(when), nationalCalendar);
  const kept = lived([...steps, ...done, keep(done.length + 1, when)], world);
  const how = kept.clocks.filter(({ clock }) => clock === 'performance')[done.length]?.how;
  const runs = new Date(project(state, by).assignments[0]!.todoAt!);
  expect(dayOf(runs), 'it stands on its day').toBe(view.due);
  expect([how === 'late', view.dueAt, runs < at(when)]).toEqual([runs < at(when), runs.toISOString(), how === 'late']);
  return [view.slip, view.workdaysLeft!, how === 'late'];
}

describe('the last day of what parties promise each other ends at midnight', () => {
  test.each<[sentence: string, done: readonly Step[], when: string, Seen]>([
    ['before the close of business', FIRST, '03-13 17:59', ['soon', 0, false]],
    ['after it today is still the last day', FIRST, '03-13 18:01', ['soon', 0, false]],
    ['a minute before midnight too', FIRST, '03-13 23:59', ['soon', 0, false]],
    ['at midnight it is over, though no working day has passed', FIRST, '03-14 00:00', ['overdue', -1, true]],
    ['a last day on a Sunday stays, as it was agreed', SECOND, '03-15 23:59', ['soon', 0, false]],
    ['and is over with it', SECOND, '03-16 00:00', ['overdue', -1, true]],
  ])('%s', (_, done, when, expected) => expect(seen(done, when)).toEqual(expected));

  test('under a file that does not say so it ends with business, as it did', () => {
    expect(seen(FIRST, '03-13 17:59', before)).toEqual(['soon', 0, false]);
    expect(seen(FIRST, '03-13 18:01', before)).toEqual(['overdue', -1, true]);
  });
});

test('a finding taken back on the last evening leaves the promise open, and broken where it ended with business', () => {
  const back: Step[] = [keep(1, '03-13 10:00'), ['water', 'retract', '03-13 20:00', { obligation: 1, reason: '记错' }]];
  const state = (by = mechanism) =>
    lived([...steps, ...back], { mechanism: by }).settlement?.obligations.map((one) => one.state);
  expect([state(), state(before)]).toEqual([
    ['open', 'open'],
    ['broken', 'open'],
  ]);
});
