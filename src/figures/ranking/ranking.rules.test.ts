import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnRate, placedBy, rank, type Entrant, type Formula } from './ranking.rules.ts';

const FORMULA: Formula = { weights: [30, 70], least: 10, prior: 20 };
const unit = (name: string, n: number, ...rates: [part: number, of: number][]): Entrant => ({
  unit: name,
  group: 'department',
  n,
  rates: rates.map(([part, of]) => ({ part, of })),
});
const places = (units: Entrant[], formula = FORMULA) =>
  Object.fromEntries(
    rank(units, formula).flatMap(({ ranked }) => ranked.map(({ unit: name, place }) => [name, place])),
  );

const entrant = fc
  .record({
    n: fc.integer({ min: 0, max: 900 }),
    a: fc.double({ min: 0, max: 1, noNaN: true }),
    b: fc.double({ min: 0, max: 1, noNaN: true }),
    group: fc.constantFrom('county', 'department'),
  })
  .map(({ n, a, b, group }) => ({
    n,
    group,
    rates: [
      { part: Math.round(n * a), of: n },
      { part: Math.round(n * b), of: n },
    ],
  }));
const city = fc
  .array(entrant, { minLength: 1, maxLength: 12 })
  .map((all) => all.map((one, i): Entrant => ({ ...one, unit: `u${String(i).padStart(2, '0')}` })));

test('a ranking that was held keeps its places where its numbers are told without a judgement that is kept', () => {
  const all = rank([unit('a', 20, [20, 20], [15, 20]), unit('b', 20, [20, 20], [14, 20])], FORMULA);
  // Of a's matters one judgement is left out, and it was a good one: by what is shown b would stand first.
  const some = rank([unit('a', 20, [20, 20], [10, 15]), unit('b', 20, [20, 20], [14, 20])], FORMULA);
  expect(some[0]!.ranked.map(({ unit: name }) => name)).toEqual(['b', 'a']);
  const [told] = placedBy(all, some);
  expect(told!.ranked.map(({ unit: name, place, last }) => [name, place, last])).toEqual([
    ['a', 1, false],
    ['b', 2, true],
  ]);
  const shown = new Map(some[0]!.ranked.map(({ unit: name, score }) => [name, score]));
  for (const one of told!.ranked) expect(one.score).toBe(shown.get(one.unit));
  expect(told!.mean).toEqual(some[0]!.mean);
});

describe('a ranking', () => {
  test.each<[sentence: string, units: Entrant[], expected: Record<string, number>]>([
    [
      'puts the better before the worse',
      [unit('a', 100, [90, 100], [90, 100]), unit('b', 100, [80, 100], [80, 100])],
      { a: 1, b: 2 },
    ],
    [
      'lets those of one score share their place',
      [unit('a', 50, [40, 50], [40, 50]), unit('b', 50, [40, 50], [40, 50]), unit('c', 50, [10, 50], [10, 50])],
      { a: 1, b: 1, c: 3 },
    ],
    [
      'does not rank seven matters at all where ten are asked for',
      [unit('few', 7, [7, 7], [7, 7]), unit('many', 700, [600, 700], [600, 700])],
      { many: 1 },
    ],
    [
      'does not put twelve lucky ones before seven hundred good ones',
      [
        unit('few', 12, [12, 12], [12, 12]),
        unit('many', 700, [679, 700], [679, 700]),
        unit('rest', 700, [490, 700], [490, 700]),
      ],
      { many: 1, few: 2, rest: 3 },
    ],
    [
      'does not put twelve unlucky ones behind seven hundred bad ones',
      [
        unit('few', 12, [5, 12], [5, 12]),
        unit('many', 700, [300, 700], [300, 700]),
        unit('rest', 700, [650, 700], [650, 700]),
      ],
      { rest: 1, few: 2, many: 3 },
    ],
    [
      'weighs one rate more than the other',
      [unit('a', 100, [100, 100], [50, 100]), unit('b', 100, [50, 100], [100, 100])],
      { b: 1, a: 2 },
    ],
  ])('%s', (_, units, expected) => {
    expect(places(units)).toEqual(expected);
  });

  test('names the last of each group, and nobody where all are alike or alone', () => {
    const last = (units: Entrant[]) =>
      rank(units, FORMULA).flatMap(({ ranked }) => ranked.flatMap((one) => (one.last ? one.unit : [])));
    expect(last([unit('a', 50, [40, 50], [40, 50]), unit('b', 50, [10, 50], [10, 50])])).toEqual(['b']);
    expect(last([unit('a', 50, [40, 50], [40, 50]), unit('b', 50, [40, 50], [40, 50])])).toEqual([]);
    expect(last([unit('a', 50, [1, 50], [1, 50])])).toEqual([]);
    const counties = [unit('x', 50, [30, 50], [30, 50]), unit('y', 50, [20, 50], [20, 50])].map((one) => ({
      ...one,
      group: 'county',
    }));
    expect(last([...counties, unit('a', 50, [10, 50], [10, 50])])).toEqual(['y']);
  });

  test('is the same in whatever order the units come', () => {
    fc.assert(
      fc.property(city, fc.infiniteStream(fc.nat()), (units, chance) => {
        const turned = units.map((one) => [chance.next().value ?? 0, one] as const).toSorted(([a], [b]) => a - b);
        expect(
          rank(
            turned.map(([, one]) => one),
            FORMULA,
          ),
        ).toEqual(rank(units, FORMULA));
      }),
    );
  });

  test('ranks or leaves out each unit once, and says why it is left out', () => {
    fc.assert(
      fc.property(city, (units) => {
        const found = rank(units, FORMULA).flatMap(({ ranked, left }) => [...ranked, ...left]);
        expect(found.map((one) => one.unit).toSorted()).toEqual(units.map((one) => one.unit));
        for (const { unit: name, n } of rank(units, FORMULA).flatMap(({ left }) => left))
          expect([name, n]).toEqual([name, Math.min(n, FORMULA.least - 1)]);
      }),
    );
  });

  test('one matter more done well never costs a unit a place', () => {
    fc.assert(
      fc.property(city, fc.nat(), fc.integer({ min: 0, max: 1 }), (units, which, rate) => {
        const i = which % units.length;
        const one = units[i]!;
        const { part, of } = one.rates[rate]!;
        fc.pre(part < of && one.n >= FORMULA.least);
        const better = units.with(i, { ...one, rates: one.rates.with(rate, { part: part + 1, of }) });
        expect(places(better)[one.unit]).toBeLessThanOrEqual(places(units)[one.unit]!);
      }),
    );
  });

  test('what is known of few matters is drawn nearer to the mean than of many', () => {
    const mean = { part: 80, of: 100 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 2, max: 50 }), (n, times) => {
        const [few, many] = [
          drawnRate({ part: n, of: n }, mean, 20),
          drawnRate({ part: n * times, of: n * times }, mean, 20),
        ];
        expect(few).toBeGreaterThan(0.8);
        expect(few).toBeLessThan(many);
        expect(many).toBeLessThan(1);
      }),
    );
    expect(drawnRate({ part: 0, of: 0 }, mean, 0)).toBe(0.8);
  });
});
