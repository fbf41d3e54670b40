import { expect, test } from 'vitest';
import { mayBeSupplement } from './whole.rules.ts';

test.each<[sentence: string, gone: number, same: number, fresh: number, asks: boolean]>([
  ['none is missing', 0, 8, 0, false],
  ['one of nine', 1, 8, 1, false],
  ['a fifth, and no more', 2, 8, 0, false],
  ['more than a fifth', 2, 7, 0, true],
  ['what is new does not make the list longer', 2, 7, 90, true],
  ['more than a few of many', 4, 160, 0, true],
  ['half of it', 4, 4, 0, true],
  ['all of it', 1, 0, 3, true],
])('a table may only add to its list: %s', (_, gone, same, fresh, asks) => {
  const matter = { id: '01900000-0000-7000-8000-000000000001', number: '复制1' };
  const entries = [
    ...Array.from({ length: gone }, () => ({ state: 'dropped' as const, matter })),
    ...Array.from({ length: same }, () => ({ state: 'same' as const, matter })),
    ...Array.from({ length: fresh }, () => ({ state: 'new' as const, matter: null })),
  ];
  expect(mayBeSupplement(entries)).toBe(asks);
});
