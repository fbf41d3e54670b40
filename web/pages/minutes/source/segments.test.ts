import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lettersIn, segmentsOf, uncoveredLetters } from './segments.ts';

const text = '一要清理河道，二要修补道路。';

test('the stretches between items are given and counted without their marks', () => {
  const segments = segmentsOf(text, [
    { id: 'a', start: 2, end: 6 },
    { id: 'b', start: 9, end: 13 },
  ]);
  expect(segments.map(({ text: words, items }) => [words, items.join()])).toEqual([
    ['一要', ''],
    ['清理河道', 'a'],
    ['，二要', ''],
    ['修补道路', 'b'],
    ['。', ''],
  ]);
  expect(uncoveredLetters(segments)).toBe(4);
});

test('an item without a place in the source covers nothing', () => {
  expect(segmentsOf(text, [{ id: 'own words', start: null, end: null }])).toHaveLength(1);
});

test('whatever the items are, overlapping or out of bounds, the segments make up the whole text', () => {
  const place = fc.tuple(fc.nat(30), fc.nat(30)).map(([start, length]) => [start, start + length + 1] as const);
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.array(place, { maxLength: 6 }), (words, places) => {
      const items = places.map(([start, end], at) => ({ id: String(at), start, end }));
      const segments = segmentsOf(words, items);
      expect(segments.map((segment) => segment.text).join('')).toBe(words);
      for (const { start, end, items: over } of segments)
        expect(over).toEqual(items.filter((item) => item.start < end && item.end > start).map(({ id }) => id));
    }),
  );
});

test('letters are characters, letters and digits', () => {
  expect(lettersIn('第 3 次（A），完。')).toBe(5);
});
