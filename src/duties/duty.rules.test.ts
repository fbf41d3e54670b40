import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, nationalCalendar, type Uuid } from '../kernel/index.ts';
import { dutyDays, madeUpDays, rosterOf, withSwaps } from './duty.rules.ts';

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

test('a weekend that is worked to make up for a holiday is told', () => {
  // For the Spring Festival of 2026 the 14th and the 28th of February are worked.
  expect(madeUpDays(nationalCalendar, { from: '2026-02-09', to: '2026-03-08' })).toEqual(['2026-02-14', '2026-02-28']);
});

test('whatever is swapped, nobody does more or fewer duties, nobody is there twice a day, and no duty is left to nobody', () => {
  const roster = rosterOf(rule(2), nationalCalendar, staffOf(5), { from: '2026-01-01', to: '2026-06-30' });
  const any = fc.record({
    seat: fc.constantFrom(...staffOf(6)),
    other: fc.constantFrom(...staffOf(6)),
    day: fc.constantFrom(...roster.map(({ day }) => day)),
    otherDay: fc.constantFrom(...roster.map(({ day }) => day)),
  });
  const counted = (days: typeof roster) =>
    staffOf(6).map((seat) => days.filter(({ seats }) => seats.includes(seat)).length);
  fc.assert(
    fc.property(fc.array(any, { maxLength: 40 }), (swaps) => {
      const after = withSwaps(roster, swaps);
      expect(counted(after)).toEqual(counted(roster));
      expect(after.every(({ seats }) => new Set(seats).size === 2)).toBe(true);
    }),
  );
});

test('a swap changes two days and leaves the others; one that fits no more changes none', () => {
  const [a, b] = staffOf(2) as [Uuid, Uuid];
  const roster = [
    { day: '2026-03-03', seats: [a] },
    { day: '2026-03-05', seats: [b] },
    { day: '2026-03-10', seats: [a] },
  ];
  const swap = { seat: a, day: '2026-03-03', other: b, otherDay: '2026-03-05' };
  const changed = [
    { day: '2026-03-03', seats: [b] },
    { day: '2026-03-05', seats: [a] },
    { day: '2026-03-10', seats: [a] },
  ];
  expect(withSwaps(roster, [swap])).toEqual(changed);
  expect(withSwaps(roster, [swap, swap])).toEqual(changed);
});
