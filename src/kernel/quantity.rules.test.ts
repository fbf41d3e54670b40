import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalOf, inMeasure, MEASURES, measuresLike, millionths, percentOf, type Measure } from './quantity.rules.ts';

const amount = fc.bigInt({ min: 0n, max: 10n ** 17n });

describe('quantities', () => {
  test.each<[sentence: string, n: string, from: Measure, to: Measure, is: string | null]>([
    ['a hectare is fifteen mu', '1', '公顷', '亩', '15'],
    ['a square metre is 0.0015 mu, exactly', '12', '平方米', '亩', '0.018'],
    ['three mu are two thousand square metres', '3', '亩', '平方米', '2000'],
    ['one mu is no number of square metres that ends', '1', '亩', '平方米', null],
    ['18850 metres are 18.85 kilometres', '18850', '米', '公里', '18.85'],
    ['a mu is no length', '1', '亩', '公里', null],
    ['money in 万元', '34000000', '元', '万元', '3400'],
    ['a millionth of a kilometre is less than can be kept of a metre in kilometres', '0.000001', '米', '公里', null],
  ])('%s', (_, n, from, to, is) => {
    const found = inMeasure(millionths(n), from, to);
    expect(found === null ? null : decimalOf(found)).toBe(is);
  });

  test('tenths add up, which floating point does not', () => {
    expect(decimalOf(millionths('0.1') + millionths('0.2'))).toBe('0.3');
  });

  test('a text and its millionths are the same thing', () => {
    fc.assert(fc.property(amount, (n) => millionths(decimalOf(n)) === n));
  });

  test('there and back again is where one was', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom(...MEASURES), fc.nat(), (n, from, pick) => {
        const like = measuresLike(from);
        const to = like[pick % like.length]!;
        const there = inMeasure(n, from, to);
        if (there !== null) expect(inMeasure(there, to, from)).toBe(n);
      }),
    );
  });

  test.each<[sentence: string, part: string, whole: string, is: string]>([
    ['all of it', '861.47', '861.47', '100'],
    ['not quite all of it is not called all', '861.469999', '861.47', '99.9'],
    ['more than all', '11', '10', '110'],
    ['nothing of nothing', '0', '0', '0'],
  ])('%s', (_, part, whole, is) => expect(percentOf(millionths(part), millionths(whole))).toBe(is));

  test.each(['1.', '.5', '01', '-1', '1e3', '', '1.0000001', '9999999999999'])('%s is no quantity', (text) => {
    expect(() => millionths(text)).toThrow('no quantity');
  });
});
