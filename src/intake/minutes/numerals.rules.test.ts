import { expect, test } from 'vitest';
import { fromChinese, numberOf } from './numerals.rules.ts';

test.each([
  ['九', 9, 'a single digit'],
  ['十', 10, 'ten without a digit before it'],
  ['十二', 12, 'a teen'],
  ['二十', 20, 'a round number of tens'],
  ['三十五', 35, 'tens and digit'],
  ['一百零八', 108, 'a hundred with a gap'],
  ['两千', 2000, '两 for two'],
])('%s is %d: %s', (numeral, value) => expect(fromChinese(numeral)).toBe(value));

test('what is no numeral is not a number', () => {
  expect(fromChinese('项目')).toBeNaN();
  expect(fromChinese('')).toBeNaN();
  expect(numberOf('17')).toBe(17);
  expect(numberOf('十七')).toBe(17);
});
