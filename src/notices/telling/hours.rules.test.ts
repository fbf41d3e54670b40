import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import { inHours, nextDigest, nextOpening, type Hours } from './hours.rules.ts';

const HOURS: Hours = [
  [540, 720],
  [840, 1080],
];
/** A time of Shanghai. */
const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const shown = (moment: Date): string =>
  new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

test.each([
  ['2026-03-18 10:00', '2026-03-18 10:00', 'a Wednesday morning: at once'],
  ['2026-03-18 07:30', '2026-03-18 09:00', 'before work: when it begins'],
  ['2026-03-18 12:00', '2026-03-18 14:00', 'nobody is called at noon'],
  ['2026-03-18 17:59', '2026-03-18 17:59', 'the last minute'],
  ['2026-03-18 18:00', '2026-03-19 09:00', 'the day is over'],
  ['2026-03-20 18:30', '2026-03-23 09:00', 'Friday evening waits for Monday'],
  ['2026-02-14 10:00', '2026-02-14 10:00', 'a Saturday that is worked to make up'],
  ['2026-02-16 10:00', '2026-02-24 09:00', 'the Spring Festival is over on the 24th'],
])('%s: the next moment of work is %s, %s', (from, to) => {
  expect(shown(nextOpening(nationalCalendar, HOURS, at(from)))).toBe(to);
});

test.each([
  ['2026-03-18 08:00', 540, '2026-03-18 09:00', 'this morning’s'],
  ['2026-03-18 09:01', 540, '2026-03-19 09:00', 'missed: tomorrow’s'],
  ['2026-03-20 17:00', 960, '2026-03-23 16:00', 'over the weekend'],
  ['2026-03-18 10:00', 780, '2026-03-18 14:00', 'a time outside the hours waits for them'],
  ['2026-03-21 08:00', 540, '2026-03-23 09:00', 'on a Saturday there is none'],
])('%s, digest at minute %i: %s, %s', (from, minute, to) => {
  expect(shown(nextDigest(nationalCalendar, HOURS, minute, at(from)))).toBe(to);
});

test('whatever the moment: never before it, always in working hours', () => {
  const moments = fc.date({ min: at('2024-01-01 00:00'), max: at('2026-12-01 00:00'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, fc.integer({ min: 0, max: 1439 }), (moment, minute) => {
      const found = [nextOpening(nationalCalendar, HOURS, moment), nextDigest(nationalCalendar, HOURS, minute, moment)];
      return found.every((next) => next >= moment && inHours(nationalCalendar, HOURS, next));
    }),
  );
});
