import { beforeEach, expect, test, vi } from 'vitest';
import { findPlace, keepPlace, type Place } from './place.ts';

beforeEach(() => {
  const held = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => held.set(key, value),
  });
});

const at = (row: string): Place => ({ row, index: 300, top: 120 });

test('each step of the way back has a place of its own, and none where its list was at its beginning', () => {
  keepPlace('first', at('a'));
  keepPlace('second', at('b'));
  keepPlace('first', at('c'));
  expect([findPlace('first')?.row, findPlace('second')?.row]).toEqual(['c', 'b']);
  keepPlace('first', null);
  expect([findPlace('first'), findPlace('second')?.row]).toEqual([undefined, 'b']);
});

test('a day of walking from matter to matter fills nothing: the latest steps are kept', () => {
  for (let n = 0; n < 100; n++) keepPlace(`step ${n}`, at(`row ${n}`));
  expect(findPlace('step 99')?.row).toBe('row 99');
  expect(findPlace('step 40')).toBeUndefined();
});
