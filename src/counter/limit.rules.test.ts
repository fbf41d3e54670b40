import { expect, test } from 'vitest';
import { limiter } from './limit.rules.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 16) + seconds * 1000);

test('a burst is let through, then one by one; another address waits for nobody', () => {
  const wait = limiter({ burst: 3, everySeconds: 20 });
  expect([wait('a', at(0)), wait('a', at(0)), wait('a', at(1))]).toEqual([0, 0, 0]);
  expect(wait('a', at(1))).toBe(19);
  expect(wait('b', at(1))).toBe(0);
  expect(wait('a', at(10)), 'asking too early costs nothing').toBe(10);
  expect(wait('a', at(20))).toBe(0);
  expect(wait('a', at(21))).toBeGreaterThan(0);
  expect([wait('a', at(500)), wait('a', at(500)), wait('a', at(500))]).toEqual([0, 0, 0]);
  expect(wait('a', at(500))).toBe(20);
});

test('a clock that is set back lets nobody wait longer than a burst takes', () => {
  const wait = limiter({ burst: 2, everySeconds: 20 });
  wait('a', at(1000));
  expect(wait('a', at(0))).toBe(0);
  expect(wait('a', at(0))).toBeLessThanOrEqual(20);
});
