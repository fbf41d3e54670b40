import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayText } from '../format/day.ts';
import { dayAfter, isDay, typedDay } from './typedDay.ts';

const TODAY = '2026-11-25';

describe('what is typed is read as the day that was meant', () => {
  test.each([
    ['as it is kept', '2023-03-13', '2023-03-13'],
    ['without the noughts', '2023-3-1', '2023-03-01'],
    ['with strokes', '2023/3/13', '2023-03-13'],
    ['with points', '2023.3.13', '2023-03-13'],
    ['in one run of digits', '20230313', '2023-03-13'],
    ['as officials write it', '2026年12月8日', '2026-12-08'],
    ['with the weekday behind', '2026年12月8日 周二', '2026-12-08'],
    ['in full-width digits', '２０２６年１２月８日（星期二）', '2026-12-08'],
    ['in English', '8 December 2026', '2026-12-08'],
    ['in English, the month first', 'Dec 8th, 2026', '2026-12-08'],
    ['tomorrow', '明天', '2026-11-26'],
    ['in words of English', 'Today', '2026-11-25'],
    ['30 February is no day', '2026-02-30', null],
    ['nor is a thirteenth month', '13月1日', null],
    ['nor half a day', '2026-1', null],
    ['nor a word', '尽快', null],
    ['nothing is no day', '  ', null],
  ])('%s: %s', (_sentence, typed, meant) => {
    expect(typedDay(typed, TODAY, false)).toBe(meant);
  });

  test.each([
    ['a deadline lies ahead: in March it is next year’s', '3月13日', true, '2027-03-13'],
    ['a deadline of today is today', '11月25日', true, '2026-11-25'],
    ['a deadline of next month', '12.8', true, '2026-12-08'],
    ['a meeting was held on the nearest such day, before', '11月2日', false, '2026-11-02'],
    ['or lies just ahead, over the turn of the year', '1月4日', false, '2027-01-04'],
    ['in English too', 'Fri 13 Mar', true, '2027-03-13'],
  ])('without a year: %s', (_sentence, typed, ahead, meant) => {
    expect(typedDay(typed, TODAY, ahead)).toBe(meant);
  });

  test.each([
    ['a leap day', '2028-02-29', true],
    ['a day that the calendar does not have', '2026-02-30', false],
    ['words', '2月30日', false],
    ['nothing', '', false],
  ])('as a day is kept: %s', (_sentence, text, is) => {
    expect(isDay(text)).toBe(is);
  });

  test('whatever the page writes for a day is read as that day', () => {
    const days = fc.integer({ min: -200, max: 3000 }).map((n) => dayAfter(TODAY, n));
    fc.assert(
      fc.property(days, fc.constantFrom('zh' as const, 'en' as const), (day, language) => {
        // Without its year a day of this year may be past, and then only the nearest is meant.
        expect(typedDay(dayText(day, language, day), day, false)).toBe(day);
        expect(typedDay(dayText(day, language, '1999-01-01'), TODAY, true)).toBe(day);
      }),
    );
  });
});
