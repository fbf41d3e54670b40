import { expect, test } from 'vitest';
import { uncovered } from './coverage.rules.ts';

test.each([
  [10, [], [{ start: 0, end: 10 }], 'nothing is covered'],
  [10, [{ start: 0, end: 10 }], [], 'all is covered'],
  [
    10,
    [
      { start: 6, end: 8 },
      { start: 2, end: 4 },
    ],
    [
      { start: 0, end: 2 },
      { start: 4, end: 6 },
      { start: 8, end: 10 },
    ],
    'in any order',
  ],
  [0, [], [], 'an empty text'],
])('of %d characters with %j: %j (%s)', (length, items, gaps) => expect(uncovered(length, items)).toEqual(gaps));
