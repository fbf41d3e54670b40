import { expect, test } from 'vitest';
import { evenTops, ownTops } from './rowTops.ts';

const own = ownTops([80, 100, 120]);

test.each([
  ['what lies above the list is its first row', -5, 0],
  ['a row begins with its own first pixel', 80, 1],
  ['and ends before the next one', 179, 1],
  ['the last row reaches to its end', 299, 2],
  ['below the list there is no row', 300, 3],
])('rows of their own heights: %s', (_, y, row) => {
  expect(own.at(y)).toBe(row);
});

test('rows of their own heights stand one below the other, and the last one ends where the list does', () => {
  expect([0, 1, 2, 3].map(own.top)).toEqual([0, 80, 180, 300]);
});

test('rows that are all alike are found as if each height had been told', () => {
  const [even, told] = [evenTops(3, 40), ownTops([40, 40, 40])];
  for (const y of [-1, 0, 39, 40, 119, 120, 500]) expect(even.at(y)).toBe(told.at(y));
  for (const row of [0, 1, 2, 3]) expect(even.top(row)).toBe(told.top(row));
});

test('a list without a row has neither', () => {
  expect([ownTops([]).at(10), ownTops([]).top(0)]).toEqual([0, 0]);
});
