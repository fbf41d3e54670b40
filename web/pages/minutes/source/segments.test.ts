import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentsOf, unusedLetters } from './segments.ts';

const text = '一要清理河道，二要修补道路。另报进展。';

const none = (words: string) => ({ text: words, uncovered: [] });

test('of the stretches between items, those that nothing used are marked and counted without their marks', () => {
  const uncovered = [{ start: 13, end: 20 }];
  const segments = segmentsOf({ text, uncovered }, [
    { id: 'a', start: 2, end: 6 },
    { id: 'b', start: 9, end: 13 },
  ]);
  expect(segments.map(({ text: words, items, unused }) => [words, items.join(), unused])).toEqual([
    ['一要', '', false],
    ['清理河道', 'a', false],
    ['，二要', '', false],
    ['修补道路', 'b', false],
    ['。另报进展。', '', true],
  ]);
  expect(unusedLetters(segments)).toBe(4);
});

test('an unused stretch of which somebody makes an item is unused no more', () => {
  const uncovered = [{ start: 14, end: 18 }];
  const before = segmentsOf({ text, uncovered }, []);
  const after = segmentsOf({ text, uncovered }, [{ id: 'a', start: 14, end: 18 }]);
  expect([before, after].map(unusedLetters)).toEqual([4, 0]);
});

test('an item without a place in the source covers nothing', () => {
  expect(segmentsOf(none(text), [{ id: 'own words', start: null, end: null }])).toHaveLength(1);
});

test('whatever the items are, overlapping or out of bounds, the segments make up the whole text', () => {
  const place = fc.tuple(fc.nat(30), fc.nat(30)).map(([start, length]) => [start, start + length + 1] as const);
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.array(place, { maxLength: 6 }), (words, places) => {
      const items = places.map(([start, end], at) => ({ id: String(at), start, end }));
      const segments = segmentsOf(none(words), items);
      expect(segments.map((segment) => segment.text).join('')).toBe(words);
      for (const { start, end, items: over } of segments)
        expect(over).toEqual(items.filter((item) => item.start < end && item.end > start).map(({ id }) => id));
    }),
  );
});
