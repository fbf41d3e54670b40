import { describe, expect, test } from 'vitest';
import { calibration, macroF1, perClass, type Judged } from './measure.rules.ts';

const judged = (actual: string, said: string, sure = 0.9): Judged => ({ actual, said, sure });

describe('how good suggestions are', () => {
  test('is counted for each category: of four texts of A three are found, and one of B is taken for A', () => {
    const classes = perClass([
      judged('A', 'A'),
      judged('A', 'A'),
      judged('A', 'A'),
      judged('A', 'B'),
      judged('B', 'A'),
      judged('B', 'B'),
    ]);
    expect(classes).toEqual([
      { category: 'A', precision: 0.75, recall: 0.75, f1: 0.75, support: 4 },
      { category: 'B', precision: 0.5, recall: 0.5, f1: 0.5, support: 2 },
    ]);
    expect(macroF1(classes)).toBe(0.625);
  });

  test.each<[Judged[], number, string]>([
    [[judged('A', 'A'), judged('B', 'B')], 1, 'all right'],
    [[judged('A', 'B'), judged('B', 'A')], 0, 'all wrong'],
    [[judged('A', ''), judged('B', 'B')], 0.5, 'where nothing is said, the category is not found'],
    [[], 0, 'nothing judged'],
  ])('the mean over categories of %j is %d: %s', (list, macro) => expect(macroF1(perClass(list))).toBe(macro));

  test('what was said with like sureness is held against what was right; a sureness of 1 belongs to the last bin', () => {
    const bins = calibration([
      judged('A', 'A', 0.92),
      judged('A', 'B', 0.94),
      judged('A', 'A', 1),
      judged('A', 'A', 0.5),
    ]);
    expect(bins.map(({ from, to, count, right }) => [from, to, count, right])).toEqual([
      [0.5, 0.6, 1, 1],
      [0.9, 0.95, 2, 0.5],
      [0.95, 1, 1, 1],
    ]);
    expect(bins[1]!.said).toBeCloseTo(0.93, 9);
  });
});
