import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isWorkday, nationalCalendar as cal } from '../kernel/index.ts';
import { dueBy, offsetOf, rungDay } from './ladder.rules.ts';

describe('the day of a rung, counted from the day on which the clock runs out', () => {
  test.each([
    ['two working days before a Friday', '2 workdays before', '2026-03-20', '2026-03-18'],
    ['over a weekend', '1 workday before', '2026-03-16', '2026-03-13'],
    ['on the very day', 'due day', '2026-03-20', '2026-03-20'],
    ['on the very day, when that is a Sunday: the Friday before', 'due day', '2026-03-22', '2026-03-20'],
    ['overdue on a Friday: the Monday is the first working day of it', '1 workday after', '2026-03-20', '2026-03-23'],
    ['the same of what was promised for the Sunday', '1 workday after', '2026-03-22', '2026-03-23'],
    ['the grave-sweeping days are none', '1 workday after', '2026-04-03', '2026-04-07'],
    ['a day that no calendar has stays the day that it is', '3 workdays before', '9999-12-31', '9999-12-31'],
    ['a Saturday worked to make up for a holiday is one', '1 workday after', '2026-02-13', '2026-02-14'],
  ])('%s', (_, at, due, day) => expect(rungDay({ at }, due, cal)).toBe(day));

  test('what is asked of the database, what is due by when, is the same question from the other side', () => {
    const at = fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom('before', 'after'))
      .map(([n, side]) => `${n} workday${n === 1 ? '' : 's'} ${side}`);
    const day = fc.integer({ min: 0, max: 1400 }).map((n) => addDays('2023-01-01', n));
    fc.assert(
      fc.property(fc.oneof(at, fc.constant('due day')), day, fc.integer({ min: -60, max: 60 }), (rung, today, n) => {
        fc.pre(isWorkday(cal, today));
        const due = addDays(today, n);
        expect(rungDay({ at: rung }, due, cal) <= today).toBe(due <= dueBy({ at: rung }, today, cal));
      }),
      { numRuns: 2000 },
    );
  });

  test('rungs in order come in order, whatever the day on which the clock runs out', () => {
    const offset = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(offset, offset, fc.integer({ min: 0, max: 1400 }), (a, b, n) => {
        const due = addDays('2023-01-01', n);
        const days = [
          `${a + b} workdays before`,
          `${b} workdays before`,
          'due day',
          `${a} workdays after`,
          `${a + b} workdays after`,
        ];
        const found = days.map((at) => rungDay({ at }, due, cal));
        expect(found).toEqual(found.toSorted());
        expect(days.map((at) => offsetOf({ at }))).toEqual([-a - b, -b, 0, a, a + b]);
      }),
    );
  });
});
