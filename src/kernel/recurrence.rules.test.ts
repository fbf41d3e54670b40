import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekday, type Day } from './day.ts';
import { occurrences, readRecurrence, type Recurrence } from './recurrence.rules.ts';

const rule = (text: string): Recurrence => {
  const read = readRecurrence(text);
  if ('fault' in read) throw new Error(JSON.stringify(read));
  return read;
};
const days = (text: string, start: Day, last: Day): string =>
  [...occurrences(rule(text), start, last)].map((day) => day.slice(5)).join(' ');

describe('the days of a rule', () => {
  test.each<[sentence: string, text: string, start: Day, last: Day, days: string]>([
    ['every day', 'FREQ=DAILY', '2026-02-27', '2026-03-02', '02-27 02-28 03-01 03-02'],
    [
      'every third day from the first on',
      'FREQ=DAILY;INTERVAL=3',
      '2026-03-01',
      '2026-03-10',
      '03-01 03-04 03-07 03-10',
    ],
    ['each week on the weekday on which it began', 'FREQ=WEEKLY', '2026-03-04', '2026-03-20', '03-04 03-11 03-18'],
    [
      'every other week on two days: the week of its beginning counts, not the day',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
      '2026-03-04',
      '2026-03-31',
      '03-05 03-16 03-19 03-30',
    ],
    ['each month on its date', 'FREQ=MONTHLY', '2026-01-10', '2026-03-31', '01-10 02-10 03-10'],
    ['a month without a 31st is passed over', 'FREQ=MONTHLY', '2026-01-31', '2026-05-31', '01-31 03-31 05-31'],
    ['the last day of each month', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-01', '2026-04-01', '01-31 02-28 03-31'],
    ['the first Thursday', 'FREQ=MONTHLY;BYDAY=1TH', '2026-01-01', '2026-03-31', '01-01 02-05 03-05'],
    ['the last Friday', 'FREQ=MONTHLY;BYDAY=-1FR', '2026-01-01', '2026-03-31', '01-30 02-27 03-27'],
    ['in some months only', 'FREQ=MONTHLY;BYMONTH=3,6;BYMONTHDAY=10', '2026-01-01', '2026-12-31', '03-10 06-10'],
    ['each year', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=12', '2026-03-13', '2028-12-31', '03-12 03-12'],
    ['a 29 February waits for its year', 'FREQ=YEARLY', '2024-02-29', '2029-01-01', '02-29 02-29'],
    ['so many and no more', 'FREQ=DAILY;COUNT=2', '2026-03-01', '2026-12-31', '03-01 03-02'],
    ['until a day, which is one of them', 'FREQ=DAILY;UNTIL=20260302', '2026-03-01', '2026-12-31', '03-01 03-02'],
    ['none before it begins', 'FREQ=MONTHLY;BYMONTHDAY=1', '2026-03-02', '2026-03-31', ''],
  ])('%s', (_, text, start, last, expected) => expect(days(text, start, last)).toBe(expected));

  const aDay = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2020-01-01', n));
  const aRule = fc
    .record({
      freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
      interval: fc.integer({ min: 1, max: 4 }),
      weekdays: fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']),
      months: fc.subarray(['1', '2', '6', '12']),
    })
    .map(({ freq, interval, weekdays, months }) =>
      [
        `FREQ=${freq};INTERVAL=${interval}`,
        ...(weekdays.length && (freq !== 'YEARLY' || months.length) ? [`BYDAY=${weekdays.join()}`] : []),
        ...(months.length ? [`BYMONTH=${months.join()}`] : []),
      ].join(';'),
    );

  test('are asked for in pieces the same as at once: nothing is missed by asking late, and nothing comes twice', () => {
    fc.assert(
      fc.property(aRule, aDay, fc.nat(400), fc.nat(400), (text, start, first, more) => {
        const [middle, end] = [addDays(start, first), addDays(start, first + more)];
        const all = [...occurrences(rule(text), start, end)];
        expect(all).toEqual([...new Set(all)].toSorted());
        expect([...occurrences(rule(text), start, middle)]).toEqual(all.filter((day) => day <= middle));
      }),
    );
  });

  test('are on no weekday that the rule does not name, and a count is a beginning of what is without it', () => {
    fc.assert(
      fc.property(aRule, aDay, fc.integer({ min: 1, max: 9 }), (text, start, count) => {
        const last = addDays(start, 900);
        const all = [...occurrences(rule(text), start, last)];
        const named = rule(text).byDay.map((one) => one.weekday);
        expect(all.every((day) => !named.length || named.includes(weekday(day)))).toBe(true);
        expect([...occurrences(rule(`${text};COUNT=${count}`), start, last)]).toEqual(all.slice(0, count));
      }),
    );
  });
});

test.each<[sentence: string, text: string, fault: string, part: string]>([
  ['how often must be said', 'BYMONTHDAY=10', 'freq', 'FREQ'],
  ['and is not by the hour', 'FREQ=HOURLY', 'freq', 'FREQ'],
  ['what is not known is not passed over', 'FREQ=MONTHLY;BYSETPOS=1', 'part', 'BYSETPOS'],
  ['nor is what stands there twice', 'FREQ=DAILY;COUNT=1;COUNT=2', 'twice', 'COUNT'],
  ['an interval of nothing', 'FREQ=DAILY;INTERVAL=0', 'value', 'INTERVAL'],
  ['a month that there is not', 'FREQ=YEARLY;BYMONTH=13', 'value', 'BYMONTH'],
  ['a weekday in words', 'FREQ=WEEKLY;BYDAY=Tuesday', 'value', 'BYDAY'],
  ['an end that is no day', 'FREQ=DAILY;UNTIL=20260230', 'value', 'UNTIL'],
  ['two ends', 'FREQ=DAILY;COUNT=1;UNTIL=20260302', 'together', 'COUNT UNTIL'],
  ['the first Monday of a week', 'FREQ=WEEKLY;BYDAY=1MO', 'together', 'FREQ=WEEKLY BYDAY'],
  ['a date of a week', 'FREQ=WEEKLY;BYMONTHDAY=1', 'together', 'FREQ=WEEKLY BYMONTHDAY'],
  ['every Monday of a year, which is hardly ever meant', 'FREQ=YEARLY;BYDAY=MO', 'together', 'FREQ=YEARLY BYDAY'],
  ['spaces', 'FREQ = DAILY', 'part', 'FREQ '],
  ['nothing', '', 'part', ''],
])('%s is no rule', (_, text, fault, part) => expect(readRecurrence(text)).toMatchObject({ fault, params: { part } }));
