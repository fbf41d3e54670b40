import { expect, test } from 'vitest';
import { pagesOf } from './pagesOf.ts';

/** A sheet of three columns of 400 and two gaps of 20 between them. */
const SHOWN = 3 * 400 + 2 * 20;
const wide = (columns: number): number => columns * 400 + (columns - 1) * 20;

test.each([
  [1, 1],
  [3, 1],
  [4, 2],
  [6, 2],
  [7, 3],
])('%i columns, three at a time, are %i pages: nothing stays where nobody sees it', (columns, pages) => {
  expect(pagesOf(wide(columns), SHOWN, 20)).toBe(pages);
});

test('a width that was rounded up is no page', () => {
  expect(pagesOf(wide(3) + 1, SHOWN, 20)).toBe(1);
  expect(pagesOf(wide(6) + 1, SHOWN, 20)).toBe(2);
});
