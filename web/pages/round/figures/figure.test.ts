import { expect, test } from 'vitest';
import { figureOf, percentOf } from './figure.ts';

test.each([
  [5, 8, '62.5%'],
  [43, 45, '95.56%'],
  [1238, 1585, '78.11%'],
  [3, 3, '100%'],
  [0, 4, '0%'],
])('%i of %i is %s', (part, whole, percent) => expect(percentOf(part, whole)).toBe(percent));

test('a share of nothing is no share', () => expect(percentOf(0, 0)).toBeNull());

test('a figure that was not counted is nought and opens nothing', () => {
  expect(figureOf([{ key: 'total', value: 1, matters: ['m'] }], 'closed')).toEqual({
    key: 'closed',
    value: 0,
    matters: [],
  });
});
