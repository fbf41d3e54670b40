import { beforeEach, expect, test, vi } from 'vitest';
import { findPlace, keepPlace, pagesKnown, type Place } from './place.ts';

beforeEach(() => {
  const held = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => held.set(key, value),
  });
});

const at = (row: string): Place => ({ pages: [{ key: '', rows: 50 }], row, top: 120 });

test('each step of the way back has its own place, the latest dozen of them; at the beginning there is none', () => {
  for (let n = 0; n < 14; n++) keepPlace(`step ${n}`, at(`row ${n}`));
  keepPlace('step 13', null);
  expect(findPlace('step 13')).toBeUndefined();
  expect(findPlace('step 12')?.row).toBe('row 12');
  expect(findPlace('step 1')).toBeUndefined();
});

test('what stood before the pages that were fetched is known from before', () => {
  const before = ['', 'a', 'b'].map((key) => ({ key, rows: 50 }));
  const keys = (fetched: string[]) =>
    pagesKnown(
      before,
      fetched.map((key) => ({ key, rows: 40 })),
    ).map(({ key }) => key);
  expect(keys(['b', 'c'])).toEqual(['', 'a', 'b', 'c']);
  expect(keys(['', 'z'])).toEqual(['', 'z']);
});
