import { expect, test } from 'vitest';
import { gridStep } from './gridStep.ts';

// Three items by four units; the second item is nobody's but the first unit's and the last's.
const filled = new Set(['0:0', '0:1', '0:2', '0:3', '1:0', '1:3', '2:0', '2:1', '2:2', '2:3']);
const size = [3, 4] as const;

test.each<[sentence: string, key: string, at: string, to: string | null]>([
  ['the arrows go to the next cell', 'ArrowRight', '0:0', '0:1'],
  ['up and down too', 'ArrowDown', '0:0', '1:0'],
  ['past what is empty', 'ArrowRight', '1:0', '1:3'],
  ['in a column too', 'ArrowDown', '0:1', '2:1'],
  ['the end is the end', 'ArrowRight', '0:3', null],
  ['and so is the beginning', 'ArrowUp', '0:2', null],
  ['Home leads to the first of the row', 'Home', '1:3', '1:0'],
  ['End to the last', 'End', '0:1', '0:3'],
  ['other keys lead nowhere', 'a', '0:0', null],
  ['nor do names that every object has', 'constructor', '0:0', null],
])('%s', (_, key, at, to) => {
  expect(gridStep(key, at, filled, size)).toBe(to);
});
