import { describe, expect, test } from 'vitest';
import { fitNear, nearnessOf, nearScores } from './near.rules.ts';

/** Places on a circle, `turn` of a whole turn: those of class 0 lie on two sides, those of class 1 between them. */
const TURNS = [0, 0.02, 0.04, 0.5, 0.52, 0.54, 0.25, 0.27, 0.29, 0.75, 0.77, 0.79];
const OWNS = Int32Array.from(TURNS, (_, n) => (n < 6 ? 0 : 1));
const placeAt = (turn: number): number[] => [Math.cos(2 * Math.PI * turn), Math.sin(2 * Math.PI * turn)];
const places = Float32Array.from(TURNS.flatMap(placeAt));
const near = nearnessOf(places, 2);
const all = Int32Array.from(OWNS.keys());

describe('texts that lie near', () => {
  const { pulls, bias, scores } = fitNear(near, OWNS, 2, all);
  const model = { classes: 2, count: 2, places, pulls, bias };

  test.each([
    [0.03, 0],
    [0.51, 0],
    [0.26, 1],
    [0.78, 1],
  ])('pull one at %d of a turn to their class %d, which no straight line could part', (turn, own) => {
    const said = nearScores(model, Float32Array.from(placeAt(turn)));
    expect(said[own]).toBeGreaterThan(0);
    expect(said[1 - own]).toBeLessThan(0);
  });

  test('are scored as what lies at their place is', () => {
    const said = nearScores(model, places.slice(8, 10));
    expect(scores[8]).toBeCloseTo(said[0]!, 4);
    expect(scores[9]).toBeCloseTo(said[1]!, 4);
  });

  test('have no pull where they were not chosen, and are scored all the same', () => {
    const chosen = all.filter((n) => n % 3 !== 0);
    const found = fitNear(near, OWNS, 2, chosen);
    for (const n of all) {
      const own = found.scores[n * 2 + OWNS[n]!]!;
      expect(own).toBeGreaterThan(0);
      if (!chosen.includes(n)) expect([...found.pulls.subarray(n * 2, n * 2 + 2)]).toEqual([0, 0]);
    }
  });
});
