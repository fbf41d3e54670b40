import { expect, test } from 'vitest';
import { addDays, calendarDay, nationalCalendar } from '../../src/kernel/index.ts';
import { addedUp } from './workdays.ts';

const year = addedUp(Array.from({ length: 365 }, (_, n) => calendarDay(nationalCalendar, addDays('2026-01-01', n))));

test.each([
  ['over a plain weekend', '2026-03-13', '2026-03-16', 1],
  ['the day itself does not count', '2026-03-13', '2026-03-13', 0],
  ['a make-up Sunday does', '2026-09-18', '2026-09-21', 2],
  ['over National Week, with the Saturday worked for it', '2026-09-30', '2026-10-10', 3],
  ['nothing is counted backwards', '2026-03-16', '2026-03-13', undefined],
  ['nor beyond what is known', '2026-12-30', '2027-01-05', undefined],
])('working days %s: %s to %s', (_sentence, from, to, expected) => {
  expect(year.between(from, to)).toBe(expected);
});

test.each([
  ['of a Sunday, the Friday', '2026-03-15', '2026-03-13'],
  ['of National Week, the day that it begins after', '2026-10-04', '2026-09-30'],
  ['of what is worked for it, the make-up Sunday', '2026-09-21', '2026-09-20'],
  ['before what is known, none', '2026-01-01', undefined],
])('the working day before: %s', (_sentence, day, expected) => {
  expect(year.before(day)).toBe(expected);
});

test('the fifth working day before National Week lies behind it', () => {
  expect(year.after('2026-09-28', 5)).toBe('2026-10-10');
  expect(year.after('2026-12-30', 5)).toBeUndefined();
});
