import { expect, test } from 'vitest';
import { stepFrom, within } from './zoom.ts';

test.each<[number, 1 | -1, number, string]>([
  [1, 1, 1.5, 'up from the whole'],
  [1, -1, 1, 'never smaller than the whole'],
  [4, 1, 4, 'nor larger than four times'],
  [1.7, 1, 2, 'up from where a pinch left it'],
  [1.7, -1, 1.5, 'down from there'],
])('from %d by %d to %d: %s', (from, by, to) => {
  expect(stepFrom(from, by)).toBe(to);
});

test('a pinch stays between the whole and four times', () => {
  expect([within(0.3), within(2.2), within(9)]).toEqual([1, 2.2, 4]);
});
