import { expect, test } from 'vitest';
import { nationalCalendar } from '../kernel/index.ts';
import type { MatterRow } from './contract.ts';
import { ANSWERED, ASSIGNED, at, CLOSED, lived, SEATS, WORKING, type SeatName, type Step } from './life.fixture.ts';
import { rowOf, viewer } from './row.rules.ts';

/** What a seat's list says of a matter after these steps: the day, the slip, the working days left. */
function line(
  steps: readonly Step[],
  who: SeatName,
  when: string,
): [MatterRow['due'], MatterRow['slip'], number | null] {
  const state = lived(steps);
  const row = rowOf('m', state, at(when), nationalCalendar, viewer(SEATS[who], state));
  return [row.due, row.slip, row.workdaysLeft];
}

test.each<[string, readonly Step[], SeatName, string, ReturnType<typeof line>]>([
  ['the lead unit sees its day', WORKING, 'water', '03-17 09:00', ['2026-03-20', 'calm', 3]],
  ['two working days before, it is soon', WORKING, 'water', '03-18 09:00', ['2026-03-20', 'soon', 2]],
  ['at six on the day it is over', WORKING, 'water', '03-20 18:01', ['2026-03-20', 'overdue', -1]],
  ['a weekend adds no working day', WORKING, 'water', '03-22 09:00', ['2026-03-20', 'overdue', -1]],
  [
    'the office that is slow to verify sees its own delay',
    ANSWERED,
    'office',
    '03-21 09:00',
    ['2026-03-20', 'overdue', -1],
  ],
  ['which the unit that answered in time does not', ANSWERED, 'water', '03-21 09:00', ['2026-03-20', 'met', null]],
  ['nor does a bystander', ANSWERED, 'schools', '03-21 09:00', ['2026-03-20', 'met', null]],
  ['a co-unit sees its own clocks', ASSIGNED, 'roads', '03-02 11:00', ['2026-03-20', 'calm', 14]],
  ['what is struck off keeps how it ended', CLOSED, 'office', '04-01 09:00', ['2026-03-20', 'met', null]],
])('%s', (_, steps, who, when, expected) => {
  expect(line(steps, who, when)).toEqual(expected);
});
