import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addWorkdays,
  calendar,
  isPublished,
  isWorkday,
  nationalCalendar,
  rollForward,
  workdayFrom,
  workdaysBetween,
} from './calendar.ts';
import { addDays, dayFromNumber, dayNumber } from './day.ts';
import { Refusal } from './problem.ts';

const national = nationalCalendar;

describe('holidays and make-up days', () => {
  test.each([
    ['2023-01-20', true, 'the last working day before the Spring Festival of 2023'],
    ['2023-01-21', false, 'New Year’s Eve, a Saturday'],
    ['2023-01-23', false, 'a Monday within the Spring Festival'],
    ['2023-01-28', true, 'a Saturday worked to make up for the Spring Festival'],
    ['2023-01-29', true, 'the Sunday after it, worked as well'],
    ['2024-02-04', true, 'a Sunday worked before the Spring Festival of 2024'],
    ['2024-02-09', true, 'New Year’s Eve of 2024 was no holiday by the notice'],
    ['2024-02-18', true, 'a Sunday worked after it'],
    ['2023-09-29', false, 'Mid-autumn, a Friday'],
    ['2023-10-06', false, 'the last day of National Week 2023, a Friday'],
    ['2023-10-07', true, 'a Saturday worked to make up for National Week'],
    ['2023-10-08', true, 'the Sunday after it'],
    ['2025-10-08', false, 'National Week and Mid-autumn together ran to the 8th in 2025'],
    ['2025-10-11', true, 'the Saturday that made up for it'],
    ['2026-02-23', false, 'the ninth day of the Spring Festival of 2026'],
    ['2026-02-28', true, 'the Saturday that makes up for it'],
    ['2023-03-18', false, 'an ordinary Saturday'],
    ['2023-03-14', true, 'an ordinary Tuesday'],
  ])('%s working: %s — %s', (day, working) => {
    expect(isWorkday(national, day)).toBe(working);
  });
});

describe('counting', () => {
  test.each([
    ['2023-03-14', 1, '2023-03-15', 'one working day after a Tuesday is Wednesday'],
    ['2023-03-17', 1, '2023-03-20', 'one working day after a Friday is Monday'],
    ['2023-09-28', 1, '2023-10-07', 'the next working day before National Week is the make-up Saturday'],
    ['2023-09-28', 3, '2023-10-09', 'Saturday, Sunday and Monday are three working days that week'],
    ['2023-01-20', 2, '2023-01-29', 'after the Spring Festival two days are worked at the weekend'],
    ['2023-03-18', 0, '2023-03-20', 'no working day after a Saturday means the Monday'],
    ['2023-03-14', 0, '2023-03-14', 'no working day after a working day means that day'],
    ['2023-03-20', -1, '2023-03-17', 'one working day before Monday is Friday'],
    ['2023-03-19', -1, '2023-03-17', 'one working day before Sunday is Friday'],
    ['2023-10-07', -1, '2023-09-28', 'before the make-up Saturday comes the last day before the holiday'],
  ])('%s and %i working days: %s — %s', (day, n, expected) => {
    expect(addWorkdays(national, day, n)).toBe(expected);
  });

  test('a period that would end on a holiday ends on the next working day', () => {
    expect(rollForward(national, '2023-05-01')).toBe('2023-05-04');
  });

  const days = fc.integer({ min: dayNumber('2001-01-01'), max: dayNumber('2098-12-31') }).map(dayFromNumber);
  const some = fc.integer({ min: 1, max: 200 });

  test('the n-th working day after a day is a working day, and n working days away', () => {
    fc.assert(
      fc.property(days, some, (day, n) => {
        const found = addWorkdays(national, day, n);
        expect(isWorkday(national, found)).toBe(true);
        expect(workdaysBetween(national, day, found)).toBe(n);
      }),
    );
  });

  test('the n-th working day before a working day leads back to it', () => {
    fc.assert(
      fc.property(days, some, (any, n) => {
        const day = rollForward(national, any);
        const found = addWorkdays(national, day, -n);
        expect(found < day && isWorkday(national, found)).toBe(true);
        expect(addWorkdays(national, found, n)).toBe(day);
      }),
    );
  });

  test('between two days it counts what a person would count, and the sign changes with the direction', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (from, span) => {
        let counted = 0;
        for (let i = 1; i <= span; i++) if (isWorkday(national, addDays(from, i))) counted += 1;
        const to = addDays(from, span);
        expect(workdaysBetween(national, from, to)).toBe(counted);
        expect(workdaysBetween(national, to, from)).toBe(counted === 0 ? 0 : -counted);
      }),
    );
  });

  test('a day beyond the calendar is refused, with the years that it covers', () => {
    expect(() => isWorkday(national, '2100-01-01')).toThrow(Refusal);
    expect(() => addWorkdays(national, '2099-12-30', 5)).toThrow(/kernel.day-outside-calendar.*2099-12-31/);
    expect(() => addWorkdays(national, '2000-01-05', -9)).toThrow(Refusal);
  });

  test('who reads meets one all the same: it stays the day that it is, and at least so many working days lie before it', () => {
    expect(workdayFrom(national, '9999-12-31', 1)).toBe('9999-12-31');
    expect(workdayFrom(national, '2099-12-31', 1)).toBe('2099-12-31');
    expect(workdayFrom(national, '2023-05-01', 1)).toBe(addWorkdays(national, '2023-05-01', 1));
    expect(workdaysBetween(national, '2099-12-01', '9999-12-31')).toBe(
      workdaysBetween(national, '2099-12-01', '2099-12-31'),
    );
    expect(workdaysBetween(national, '2023-05-01', '0226-01-01')).toBeLessThan(-5000);
  });
});

describe('the city’s own amendments', () => {
  const typhoon = calendar({
    version: 'test-1',
    amendments: [
      { day: '2023-07-28', working: false, reason: 'typhoon' },
      { day: '2023-07-29', working: true, reason: 'worked instead' },
      { day: '2027-02-05', working: false, reason: 'decided by the city' },
    ],
  });

  test('they win over the national calendar, and only for their days', () => {
    expect([isWorkday(typhoon, '2023-07-28'), isWorkday(typhoon, '2023-07-29')]).toEqual([false, true]);
    expect(addWorkdays(typhoon, '2023-07-27', 1)).toBe('2023-07-29');
    expect(addWorkdays(national, '2023-07-27', 1)).toBe('2023-07-28');
  });

  test('a year without a notice is reckoned from weekends and says so; a day the city decided is decided', () => {
    expect([isWorkday(national, '2027-10-01'), isPublished(national, '2027-10-01')]).toEqual([true, false]);
    expect([isPublished(national, '2026-12-31'), isPublished(national, '2003-05-01')]).toEqual([true, false]);
    expect([isPublished(typhoon, '2027-02-05'), isPublished(typhoon, '2027-02-06')]).toEqual([true, false]);
  });

  test('the national calendar names the last year that it knows', () => {
    expect(national.version).toMatch(/^cn-20\d\d$/);
    expect(isPublished(national, `${national.version.slice(3)}-07-01`)).toBe(true);
  });
});

const REAL = '../shared/data/calendar/cn_workdays_2022_2026.csv';

test.skipIf(!existsSync(REAL))(`every day 2022–2026 agrees with the published work-day list (${REAL})`, () => {
  const rows = readFileSync(REAL, 'utf8').trim().split('\n').slice(1);
  const wrong = rows.filter((row) => {
    const [day, , working] = row.split(',');
    return isWorkday(national, day!) !== (working === '1');
  });
  expect(rows.length).toBeGreaterThan(1800);
  expect(wrong).toEqual([]);
});
