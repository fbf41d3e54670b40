import { describe, expect, test } from 'vitest';
import { secondsToNextCode } from './code.rules.ts';

const now = new Date('2026-03-16T02:00:00.000Z');
const ago = (...seconds: number[]) => seconds.map((s) => new Date(now.getTime() - s * 1000));

describe('when another one-time code may be asked for', () => {
  test.each([
    [[], [], 0, 'the first one at once'],
    [ago(20), [], 40, 'the second a minute after the first'],
    [ago(61), [], 0, 'and then at once'],
    [ago(100, 700, 1300, 1900, 3000), [], 600, 'the sixth when the first of the hour is an hour old'],
    [ago(...Array.from({ length: 10 }, (_, n) => 3700 + n * 3600)), [], 86_400 - 3700 - 9 * 3600, 'ten a day'],
    [
      [],
      ago(...Array.from({ length: 30 }, (_, n) => 10 + n)),
      3600 - 39,
      'thirty an hour from one address, whoever they are for',
    ],
    [[], ago(...Array.from({ length: 29 }, (_, n) => 10 + n)), 0, 'a park behind one address may go on'],
  ])('%#: %s', (contact, address, seconds, _why) => {
    expect(secondsToNextCode({ contact, address }, now)).toBe(seconds);
  });
});
