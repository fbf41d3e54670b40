import { expect, test } from 'vitest';
import { dayByKey, monthAfter, sameDayAfter, weeksOf } from './month.ts';

test('a month is shown in the six weeks around it, from a Monday to a Sunday', () => {
  const weeks = weeksOf('2026-03');
  expect([weeks.length, weeks[0]![0], weeks[0]![6], weeks[5]![6]]).toEqual([
    6,
    '2026-02-23',
    '2026-03-01',
    '2026-04-05',
  ]);
  expect(weeksOf('2026-06')[0]![0]).toBe('2026-06-01');
});

test.each([
  ['over the turn of the year', '2026-12', 1, '2027-01'],
  ['and back', '2026-01', -1, '2025-12'],
])('months go on %s', (_sentence, month, by, expected) => {
  expect(monthAfter(month, by)).toBe(expected);
});

test('the 31st of a month is the last of a shorter one', () => {
  expect(sameDayAfter('2026-01-31', 1)).toBe('2026-02-28');
  expect(sameDayAfter('2026-02-28', 1)).toBe('2026-03-28');
});

test.each([
  ['ArrowLeft', false, '2026-03-12'],
  ['ArrowRight', false, '2026-03-14'],
  ['ArrowUp', false, '2026-03-06'],
  ['ArrowDown', false, '2026-03-20'],
  ['Home', false, '2026-03-09'],
  ['End', false, '2026-03-15'],
  ['PageUp', false, '2026-02-13'],
  ['PageDown', false, '2026-04-13'],
  ['PageDown', true, '2027-03-13'],
  ['x', false, null],
])('from Friday 13 March %s (shift %s) leads to %s', (key, shift, expected) => {
  expect(dayByKey('2026-03-13', key, shift)).toBe(expected);
});
