import { describe, expect, test } from 'vitest';
import { rowsOf, vocabularyOf, type Parts } from './sparse.rules.ts';
import { placesOf, themesOf } from './themes.rules.ts';

/** A text as the words in it. */
const text = (words: string): Parts => [[new Map(words.split(' ').map((word) => [word, 1]))]];
const SAID = [
  '路灯 灯杆 漆黑',
  '灯杆 灯泡 漆黑',
  '路灯 灯泡 灯杆',
  '工资 讨薪 老板',
  '讨薪 工钱 老板',
  '工资 工钱 老板',
];

function learned(said: readonly string[], count: number) {
  const texts = said.map(text);
  const vocabulary = vocabularyOf(texts, 1);
  const themes = themesOf(rowsOf(texts, vocabulary), vocabulary.names.length, count);
  const placeOf = (words: string): Float32Array => placesOf(rowsOf([text(words)], vocabulary), themes);
  return { themes, placeOf };
}

const product = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, one, n) => sum + one * b[n]!, 0);

describe('themes', () => {
  test('bring texts together that have no word in common but speak of one thing', () => {
    const { placeOf } = learned(SAID, 2);
    expect(product(placeOf('路灯'), placeOf('灯泡'))).toBeGreaterThan(0.9);
    expect(product(placeOf('工资'), placeOf('工钱'))).toBeGreaterThan(0.9);
    expect(Math.abs(product(placeOf('路灯'), placeOf('工钱')))).toBeLessThan(0.4);
  });

  test('stand upright on each other, each of length 1', () => {
    const { themes } = learned(SAID, 3);
    const column = (t: number) => themes.weights.filter((_, at) => at % themes.count === t);
    for (let a = 0; a < 3; a++)
      for (let b = 0; b < 3; b++) expect(product(column(a), column(b))).toBeCloseTo(a === b ? 1 : 0, 4);
  });

  test('of fewer texts than themes are numbers all the same: what is too much is nothing', () => {
    const { themes, placeOf } = learned(SAID.slice(0, 2), 20);
    expect(themes.weights.every(Number.isFinite)).toBe(true);
    expect(product(placeOf('灯泡'), placeOf('灯泡'))).toBeCloseTo(1, 5);
  });

  test('have no place for a text of which nothing was seen', () =>
    expect([...learned(SAID, 2).placeOf('天气')]).toEqual([0, 0]));
});
