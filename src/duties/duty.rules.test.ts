import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, nationalCalendar, type Uuid } from '../kernel/index.ts';
import { dutyDays, rosterOf } from './duty.rules.ts';

const UNIT = '00000000-0000-7000-8000-000000000001';
const rule = (people = 1, weekdays = [2, 4]) => ({ unit: UNIT, weekdays, people, since: '2026-01-01' });
const staffOf = (n: number): Uuid[] =>
  Array.from({ length: n }, (_, i) => `00000000-0000-7000-8000-${String(i + 10).padStart(12, '0')}`);

test('Tuesdays and Thursdays, without the holidays that fall on them', () => {
  // National Day of 2026: the first to the seventh of October are off.
  expect(dutyDays(rule(), nationalCalendar, '2026-09-28', '2026-10-11')).toEqual({
    days: ['2026-09-29', '2026-10-08'],
    skipped: ['2026-10-01', '2026-10-06'],
  });
});

test('before the rule holds nobody is on duty', () => {
  expect(dutyDays({ ...rule(), since: '2026-03-10' }, nationalCalendar, '2026-03-02', '2026-03-12').days).toEqual([
    '2026-03-10',
    '2026-03-12',
  ]);
});

test('a stretch asked for alone is what it is within the whole', () => {
  const whole = rosterOf(rule(2), nationalCalendar, staffOf(5), { from: '2026-01-01', to: '2026-06-30' });
  const part = rosterOf(rule(2), nationalCalendar, staffOf(5), { from: '2026-03-01', to: '2026-03-31' });
  expect(whole.filter(({ day }) => day >= '2026-03-01' && day <= '2026-03-31')).toEqual(part);
  expect(part.length).toBeGreaterThan(7);
});

test('over any days nobody has more than one duty more than anybody else, and nobody two on one day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 200 }),
      (people, each, start, length) => {
        const staff = staffOf(people);
        const from = addDays('2026-01-01', start);
        const to = addDays(from, length);
        const roster = rosterOf(rule(each), nationalCalendar, staff, { from, to });
        const counts = staff.map((seat) => roster.filter(({ seats }) => seats.includes(seat)).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        expect(roster.every(({ seats }) => new Set(seats).size === seats.length)).toBe(true);
      },
    ),
  );
});
