import { expect, test } from 'vitest';
import { addDays } from '../../../../src/kernel/day.ts';
import { monthsOf } from './year.ts';

test('a year is its months in whole weeks from Monday on, no day twice and none missing', () => {
  const days = Array.from({ length: 365 }, (_, n) => ({
    day: addDays('2026-01-01', n),
    working: true,
    kind: 'workday' as const,
    holiday: null,
    reason: null,
    published: true,
  }));
  const months = monthsOf(days);
  expect(months.map(({ month }) => month)).toHaveLength(12);
  expect(months.flatMap(({ weeks }) => weeks.flat()).flatMap((day) => day?.day ?? [])).toEqual(
    days.map(({ day }) => day),
  );
  // 2026 began on a Thursday.
  expect(months[0]!.weeks[0]!.map((day) => day?.day ?? '')).toEqual([
    '',
    '',
    '',
    '2026-01-01',
    '2026-01-02',
    '2026-01-03',
    '2026-01-04',
  ]);
  expect(months.every(({ weeks }) => weeks.every((week) => week.length === 7))).toBe(true);
});
