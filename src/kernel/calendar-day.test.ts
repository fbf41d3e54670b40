import { describe, expect, test } from 'vitest';
import { calendar, nationalCalendar } from './calendar.ts';
import { calendarDay } from './calendar-day.ts';

describe('a day as a calendar on the wall shows it', () => {
  test.each([
    ['a Monday is worked', '2026-03-16', true, 'workday', null],
    ['a Saturday is not', '2026-03-14', false, 'weekend', null],
    ['the first of October is a holiday', '2026-10-01', false, 'holiday', '国庆节'],
    ['a Saturday of the Spring Festival is a holiday, and not only a weekend', '2026-02-21', false, 'holiday', '春节'],
    ['the Sunday before the National Day is worked for it', '2026-09-20', true, 'makeup', '国庆节'],
  ])('%s', (_sentence, day, working, kind, holiday) => {
    expect(calendarDay(nationalCalendar, day)).toMatchObject({ working, kind, reason: null });
    expect(calendarDay(nationalCalendar, day).holiday?.zh ?? null).toBe(holiday);
  });

  test('what the city decided goes before the notice, and says why', () => {
    const cal = calendar({
      version: 'v',
      amendments: [{ day: '2026-07-01', working: false, reason: '台风停工' }],
    });
    expect(calendarDay(cal, '2026-07-01')).toMatchObject({ working: false, kind: 'amended', reason: '台风停工' });
  });

  test('a year without a notice is only reckoned from its weekends', () => {
    expect(calendarDay(nationalCalendar, '2090-10-02')).toMatchObject({ kind: 'workday', published: false });
  });
});
