import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_UUID, isUuid, momentOf, uuidAfter, uuidsInOrder, uuidv7 } from './ids.ts';

test('an id holds its millisecond, its version and its variant, and sorts by time', () => {
  const ids = [0, 1, 1_700_000_000_000, 1_700_000_000_001].map((ms) => uuidv7(new Date(ms)));
  expect(ids.every(isUuid)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(ids[2]!.slice(0, 15)).toBe('018bcfe5-6800-7');
});

test('given random bytes come out in their places; the same bytes give the same id', () => {
  const random = Uint8Array.from([0xab, 0xcd, 0xef, 0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd]);
  expect(uuidv7(new Date(0), random)).toBe('00000000-0000-7abc-9ef0-123456789abc');
});

test('a thousand ids of one instant differ', () => {
  const at = new Date();
  expect(new Set(Array.from({ length: 1000 }, () => uuidv7(at))).size).toBe(1000);
});

test('ids for what has an order of its own stand in it, also when a millisecond cannot count so many', () => {
  const at = new Date(1_700_000_000_000);
  const ids = uuidsInOrder(at, 9000);
  expect(ids.every(isUuid)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(9000);
  expect(ids.at(-1)!.slice(0, 13), 'the third millisecond').toBe(uuidv7(new Date(at.getTime() + 2)).slice(0, 13));
});

test.each(['', '018BCFE5-6800-7000-8000-000000000000', '018bcfe5-6800-7000-c000-000000000000'])(
  '“%s” is no id',
  (text) => {
    expect(isUuid(text)).toBe(false);
  },
);

test('the id after another is the very next: nothing fits between them', () => {
  expect(uuidAfter('018bcfe5-6800-7000-8000-0000000000ff')).toBe('018bcfe5-6800-7000-8000-000000000100');
  expect(uuidAfter('018bcfe5-6800-7fff-ffff-ffffffffffff')).toBe('018bcfe5-6800-8000-0000-000000000000');
  expect(uuidAfter(FIRST_UUID)).toBe('00000000-0000-0000-0000-000000000001');
  const below = fc.bigInt({ min: 0n, max: 2n ** 128n - 2n });
  fc.assert(
    fc.property(below, (n) => {
      const after = uuidAfter(uuidOf(n));
      expect(after).toBe(uuidOf(n + 1n));
      expect(after > uuidOf(n)).toBe(true);
    }),
  );
});

const uuidOf = (n: bigint): string => {
  const hex = n.toString(16).padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

test('the moment of an id is the one that it was made for', () => {
  const at = new Date('2026-03-02T01:02:03.456Z');
  expect(momentOf(uuidv7(at))).toEqual(at);
});
