import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from './problem.ts';
import {
  addDays,
  closeOfBusiness,
  dayFromNumber,
  dayNumber,
  dayOf,
  isDay,
  monthEnd,
  startOfDay,
  weekday,
} from './day.ts';

test.each([
  ['2023-03-14T15:59:59.999Z', '2023-03-14', 'a moment before midnight in Shanghai it is still the 14th'],
  ['2023-03-14T16:00:00.000Z', '2023-03-15', 'at 16:00 UTC the new day has begun in Shanghai'],
  ['2023-12-31T16:00:00.000Z', '2024-01-01', 'the new year begins in Shanghai eight hours early'],
  ['1969-12-31T15:00:00.000Z', '1969-12-31', 'before 1970 it counts backwards without a gap'],
])('%s is %s: %s', (instant, day) => {
  expect(dayOf(new Date(instant))).toBe(day);
});

test.each([
  '2023-02-29',
  '2023-13-01',
  '2023-00-10',
  '2023-04-31',
  '2023-4-1',
  '2023/04/01',
  '２０２３-04-01',
  '',
  '1900-02-29',
])('“%s” is no date', (text) => {
  expect(isDay(text)).toBe(false);
  expect(() => dayNumber(text)).toThrow(Refusal);
});

test('29 February exists in a leap year, and in 2000', () => {
  expect(isDay('2024-02-29') && isDay('2000-02-29')).toBe(true);
});

test('numbers of days agree with the standard library over six centuries', () => {
  for (let n = dayNumber('1800-01-01'); n <= dayNumber('2400-12-31'); n += 1) {
    const day = new Date(n * 86_400_000).toISOString().slice(0, 10);
    if (dayFromNumber(n) !== day || dayNumber(day) !== n) expect([dayFromNumber(n), dayNumber(day)]).toEqual([day, n]);
  }
});

const days = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') }).map(dayFromNumber);

test('a day begins at its own midnight and ends at its own close of business', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(dayOf(startOfDay(day))).toBe(day);
      expect(dayOf(new Date(startOfDay(day).getTime() - 1))).toBe(addDays(day, -1));
      expect(closeOfBusiness(day).toISOString()).toBe(`${day}T10:00:00.000Z`);
    }),
  );
});

test('the month ends the day before a first, in the same month', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(monthEnd(day).slice(0, 7)).toBe(day.slice(0, 7));
      expect(addDays(monthEnd(day), 1).slice(8)).toBe('01');
    }),
  );
});

test('weeks run from Monday 1 to Sunday 7', () => {
  expect(['2023-03-13', '2023-03-19', '1969-12-31'].map(weekday)).toEqual([1, 7, 3]);
});
