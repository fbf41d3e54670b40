import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWorkdays, isWorkday, nationalCalendar as cal, rollForward, workdaysBetween } from './calendar.ts';
import { addDays, dayFromNumber, dayNumber } from './day.ts';
import { deadline, dueAfterPause, pausedLeft, type Limit } from './deadline.rules.ts';

const workdays = (n: number): Limit => ({ kind: 'workdays', n });
const calendarDays = (n: number): Limit => ({ kind: 'days', n });
const daysInto = (n: number, period: 'month' | 'quarter'): Limit => ({ kind: 'days', n, into: period });
const into = (n: number, period: 'month' | 'quarter'): Limit => ({ kind: 'workdays', n, into: period });

test.each<[limit: Limit, start: string, expected: string, why: string]>([
  [workdays(2), '2023-03-14', '2023-03-16', 'two working days from Tuesday, which does not count: Thursday'],
  [workdays(5), '2023-09-27', '2023-10-10', 'National Week does not count, but the make-up weekend after it does'],
  [workdays(0), '2023-03-18', '2023-03-20', 'at once, on a Saturday, means the Monday'],
  [calendarDays(30), '2023-03-14', '2023-04-13', 'thirty days from 14 March, which does not count: 13 April'],
  [calendarDays(3), '2023-03-15', '2023-03-20', 'three days from Wednesday end on Saturday, so on Monday'],
  [calendarDays(10), '2023-04-20', '2023-05-04', 'ten days that end in the May holiday end after it'],
  [calendarDays(2), '2023-10-05', '2023-10-07', 'a make-up Saturday is a working day: nothing moves'],
  [into(5, 'month'), '2025-11-03', '2025-12-05', 'five working days into December, whatever day of November it began'],
  [into(5, 'month'), '2025-11-27', '2025-12-05', 'the day before the last working day of November too'],
  [
    into(5, 'month'),
    '2025-11-28',
    '2026-01-08',
    'on its last working day November is behind it; New Year does not count',
  ],
  [into(5, 'month'), '2025-11-29', '2026-01-08', 'so it is on the Saturday after'],
  [daysInto(10, 'month'), '2026-09-14', '2026-10-10', 'by the tenth of next month, a make-up Saturday'],
  [daysInto(10, 'quarter'), '2026-05-06', '2026-07-10', 'by the tenth day of the next quarter'],
])('%o from %s: %s — %s', (limit, start, expected) => {
  expect(deadline(cal, limit, start, null)).toBe(expected);
});

test('the day that the matter names stands as named, a Sunday too; with none named it is refused', () => {
  expect(deadline(cal, { kind: 'due' }, '2023-03-14', '2023-04-30')).toBe('2023-04-30');
  expect(() => deadline(cal, { kind: 'due' }, '2023-03-14', null)).toThrow(/kernel.due-day-missing/);
});

const days = fc.integer({ min: dayNumber('2004-01-01'), max: dayNumber('2090-12-31') }).map(dayFromNumber);
const offset = fc.integer({ min: -40, max: 90 });

test('a period never ends on a day off', () => {
  fc.assert(
    fc.property(
      days,
      fc.nat(90),
      fc.constantFrom(workdays, calendarDays, (n: number) => into(n, 'month')),
      (start, n, limit) => {
        expect(isWorkday(cal, deadline(cal, limit(n), start, null))).toBe(true);
      },
    ),
  );
});

test('pausing and resuming on the same day changes nothing, whatever the due day and however overdue', () => {
  fc.assert(
    fc.property(days, offset, (paused, n) => {
      const due = addDays(paused, n);
      expect(dueAfterPause(cal, paused, pausedLeft(cal, paused, due))).toBe(due);
    }),
  );
});

test('a pause of k working days moves a due working day by k working days', () => {
  fc.assert(
    fc.property(days, offset, fc.nat(60), (paused, n, k) => {
      const due = rollForward(cal, addDays(paused, n));
      const resumed = k === 0 ? paused : addWorkdays(cal, paused, k);
      const moved = dueAfterPause(cal, resumed, pausedLeft(cal, paused, due));
      expect(workdaysBetween(cal, due, moved)).toBe(k);
    }),
  );
});

test('when the clock runs again, as many working days are left as when it stopped', () => {
  fc.assert(
    fc.property(days, offset, fc.nat(60), (paused, n, span) => {
      const stopped = pausedLeft(cal, paused, rollForward(cal, addDays(paused, n)));
      const resumed = addDays(paused, span);
      expect(workdaysBetween(cal, resumed, dueAfterPause(cal, resumed, stopped))).toBe(stopped.left);
    }),
  );
});
