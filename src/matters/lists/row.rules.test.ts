import { expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import type { MatterRow } from '../contract.ts';
import {
  ANSWERED,
  appeals,
  ASSIGNED,
  at,
  CLOSED,
  FILES,
  lived,
  living,
  TAKEN as DRAFTED,
  SEATS,
  UNITS,
  VERIFIED,
  WORKING,
  type SeatName,
  type Step,
} from '../life/life.fixture.ts';
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
  ['a unit that answered in time is in time', ANSWERED, 'water', '03-24 09:00', ['2026-03-20', 'met', null]],
  ['also to the office that is slow to verify', ANSWERED, 'office', '03-24 09:00', ['2026-03-20', 'met', null]],
  ['to the mayor', ANSWERED, 'mayor', '03-24 09:00', ['2026-03-20', 'met', null]],
  ['and to a bystander', ANSWERED, 'schools', '03-24 09:00', ['2026-03-20', 'met', null]],
  ['what is verified reads as it did before', VERIFIED, 'office', '03-24 09:00', ['2026-03-20', 'met', null]],
  ['a co-unit sees its own clocks', ASSIGNED, 'roads', '03-02 11:00', ['2026-03-20', 'calm', 14]],
  ['what is struck off keeps how it ended', CLOSED, 'office', '04-01 09:00', ['2026-03-20', 'met', null]],
])('%s', (_, steps, who, when, expected) => {
  expect(line(steps, who, when)).toEqual(expected);
});

const HELPED: Step[] = [
  ...ASSIGNED,
  ['water', 'accept', '03-02 15:00'],
  ['roads', 'accept', '03-02 15:00'],
  ['parks', 'accept', '03-02 15:00'],
];
const GRANTED: Step[] = [
  ...HELPED,
  ['parks', 'extend', '03-10 09:00', { until: '2026-03-24', reason: '苗木未到' }],
  ['office', 'grant', '03-10 10:00', { unit: 'parks' }],
];
const ROADS_DONE: Step[] = [...HELPED, ['roads', 'answer', '03-20 10:00', { result: '已封路', files: FILES }]];
const late = (unit: keyof typeof UNITS, workdaysLate: number, others: number) => ({
  unit: UNITS[unit],
  workdaysLate,
  others,
});

test.each<[string, readonly Step[], SeatName, string, MatterRow['lateCo']]>([
  ['no co-unit is late on the day itself', HELPED, 'office', '03-20 17:59', undefined],
  [
    'at six on the day both are, the one named first stands for both',
    HELPED,
    'office',
    '03-20 18:01',
    late('roads', 1, 1),
  ],
  ['a mayor sees it too', HELPED, 'mayor', '03-24 09:00', late('roads', 2, 1)],
  ['and the lead unit, which waits for them', HELPED, 'water', '03-24 09:00', late('roads', 2, 1)],
  ['a co-unit sees its own day and not the other’s', HELPED, 'parks', '03-24 09:00', undefined],
  ['nor does a bystander', HELPED, 'schools', '03-24 09:00', undefined],
  ['a later day granted to one is not held against it', GRANTED, 'office', '03-24 09:00', late('roads', 2, 0)],
  ['once that has run out too, the worse of the two is named', GRANTED, 'office', '03-26 09:00', late('roads', 4, 1)],
  ['who has answered is late no more', ROADS_DONE, 'office', '03-24 09:00', late('parks', 2, 0)],
  ['as long as a co-unit has only not accepted, the whole is not late', ASSIGNED, 'office', '03-10 09:00', undefined],
])('late co-units: %s', (_, steps, who, when, expected) => {
  const state = lived(steps);
  expect(rowOf('m', state, at(when), nationalCalendar, viewer(SEATS[who], state)).lateCo).toEqual(expected);
});

test.each<[string, readonly Step[], SeatName, string, MatterRow['office']]>([
  ['is told the office that is slow to verify', ANSWERED, 'office', '03-24 09:00', verifying('overdue', -2)],
  ['and the mayor', ANSWERED, 'mayor', '03-24 09:00', verifying('overdue', -2)],
  ['and is no haste while there is time', ANSWERED, 'office', '03-19 09:00', verifying('soon', 1)],
  ['is none of the unit’s', ANSWERED, 'water', '03-24 09:00', undefined],
  ['nor a bystander’s', ANSWERED, 'schools', '03-24 09:00', undefined],
  ['is not there while the unit is at work', WORKING, 'office', '03-24 09:00', undefined],
  ['nor once it is verified', VERIFIED, 'office', '03-24 09:00', undefined],
])('the supervision office’s own delay %s', (_, steps, who, when, expected) => {
  const state = lived(steps);
  expect(rowOf('m', state, at(when), nationalCalendar, viewer(SEATS[who], state)).office).toEqual(expected);
});

/** The clock that runs since the answer of 18 March, with two working days to verify it. */
function verifying(slip: 'soon' | 'overdue', workdaysLeft: number): MatterRow['office'] {
  return { due: '2026-03-20', slip, workdaysLeft };
}

test('a draft that waits for its head is told to its own unit alone', () => {
  const drafted: Step[] = [...DRAFTED, ['water', 'propose', '03-03 09:00', { result: '已修好' }]];
  const { state } = living(drafted, { mechanism: appeals() });
  const row = (who: SeatName) =>
    rowOf(FILES[0]!, state, at('03-03 10:00'), nationalCalendar, viewer(SEATS[who], state));
  expect(row('waterHead').drafted).toBe(true);
  expect(row('office').drafted).toBeUndefined();
});
