import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapsBetween, lettersIn, unusedIn } from './coverage.rules.ts';

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
])('of %d characters with %j: %j (%s)', (length, items, gaps) => expect(gapsBetween(length, items)).toEqual(gaps));

test('letters are characters, letters and digits', () => {
  expect(lettersIn('第 3 次（A），完。')).toBe(5);
});

test('what nothing used is given without the marks at its edges; marks alone are nothing', () => {
  const text = '甲任务，。（乙），丙说明。';
  expect(unusedIn(text, [{ start: 0, end: 3 }], [{ start: 6, end: 7 }]).map((s) => text.slice(s.start, s.end))).toEqual(
    ['丙说明。'],
  );
});

test('every letter of a text is in an item, used, or unused, and none is both', () => {
  const stretches = fc.array(
    fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]) => ({ start, end: start + length })),
    { maxLength: 6 },
  );
  const words = fc.string({
    unit: fc.constantFrom('甲', '乙', '。', '，', ' ', 'a', '1'),
    minLength: 40,
    maxLength: 40,
  });
  fc.assert(
    fc.property(words, stretches, stretches, (text, items, used) => {
      const unused = unusedIn(text, items, used);
      const within = (at: number, all: typeof items) => all.some((s) => at >= s.start && at < s.end);
      for (let at = 0; at < text.length; at++) {
        const taken = within(at, items) || within(at, used);
        if (lettersIn(text[at]!)) expect(within(at, unused)).toBe(!taken);
      }
    }),
  );
});
