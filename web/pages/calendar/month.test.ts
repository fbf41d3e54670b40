import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, weekday } from '../../../src/kernel/day.ts';
import { monthAfter, monthFrom, spanOf } from './month.ts';

test.each([
  ['a month of the address is that month', '2026-03', '2026-03'],
  ['a month that is none is this month', '2026-13', '2026-11'],
  ['none said is this month', undefined, '2026-11'],
])('%s', (_sentence, said, month) => {
  expect(monthFrom(said, '2026-11-25')).toBe(month);
});

test.each([
  ['after December comes January', '2026-12', 1, '2027-01'],
  ['before January comes December', '2026-01', -1, '2025-12'],
  ['a year on', '2026-05', 12, '2027-05'],
])('%s', (_sentence, month, by, found) => {
  expect(monthAfter(month, by)).toBe(found);
});

test('November 2026 begins on a Sunday, so six weeks hang on the wall', () => {
  expect(spanOf('2026-11')).toEqual({ from: '2026-10-26', until: '2026-12-06' });
});

test('a month always hangs in whole weeks, at most six', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2098 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const { from, until } = spanOf(`${year}-${String(month).padStart(2, '0')}`);
      expect([weekday(from), weekday(until)]).toEqual([1, 7]);
      expect([28, 35, 42]).toContain(dayNumber(until) - dayNumber(from) + 1);
    }),
  );
});
