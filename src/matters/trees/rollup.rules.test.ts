import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TargetState } from '../life/state-parts.rules.ts';
import { attainOf, ONE, type Attained } from './attain.rules.ts';
import { attainOfParts, sumParts } from './parts.rules.ts';
import { dragOf, rollUp, sharesOf, type Leaf } from './rollup.rules.ts';

const TODAY = '2026-07-01';
const percent = (share: bigint): number => Number((share * 10_000n) / ONE) / 100;
/** A year's target of 100, read on the last of June. */
const target = (value: string | null, more: Partial<TargetState> = {}): TargetState => ({
  target: 'indicator',
  in: '家',
  quantity: '100',
  from: '2026-01-01',
  by: '2026-12-31',
  plan: [{ on: '2026-06-30', quantity: '40' }],
  act: 'a',
  at: '2026-01-01T00:00:00Z',
  readings:
    value === null
      ? []
      : [{ act: 'r', at: '', on: '2026-06-30', value, odd: null, reason: null, position: null, files: 0 }],
  ...more,
});
const told = ({ low, high, behind }: Attained): [number, number, boolean | null] => [
  percent(low),
  percent(high),
  behind,
];
const MISSED = '2026-05-29';

describe('how far one target has come', () => {
  const LEVEL: Partial<TargetState> = { quantity: '60', start: '50', plan: [] };
  const FALLING: Partial<TargetState> = { quantity: '30', start: '40', sense: 'most', plan: [] };
  const LIMIT: Partial<TargetState> = { quantity: '12', sense: 'most', plan: [] };
  const HELD: Partial<TargetState> = { quantity: '45', start: '45', sense: 'most', plan: [] };
  test.each<
    [sentence: string, target: TargetState, missed: string | null, low: number, high: number, behind: boolean | null]
  >([
    ['what is ahead of its plan', target('50'), MISSED, 50, 50, false],
    ['on plan to the digit is not behind', target('40'), MISSED, 40, 40, false],
    ['what falls short', target('39.9'), MISSED, 39.9, 39.9, true],
    ['more than all of it is all of it', target('130'), MISSED, 100, 100, false],
    ['never read, it may be nothing and may be all', target(null), MISSED, 0, 100, null],
    ['read too long ago, it is at least what it was', target('30'), '2026-07-31', 30, 100, null],
    ['where no readings are wanted, the last one stands', target('30'), null, 30, 30, true],
    ['a level is measured by the way gone from where it began', target('55', LEVEL), MISSED, 50, 50, false],
    ['below where it began, nothing is gone', target('48', LEVEL), MISSED, 0, 0, true],
    ['a level read too long ago may be anything', target('55', LEVEL), '2026-07-31', 0, 100, null],
    ['what is to fall, and has fallen half of the way', target('35', FALLING), MISSED, 50, 50, false],
    ['what is to fall and has risen', target('41', FALLING), MISSED, 0, 0, true],
    [
      'a limit that counts up and is held, as far as the year has gone',
      target('5', LIMIT),
      MISSED,
      49.45,
      49.45,
      false,
    ],
    ['a limit that is passed before its time is nothing any more', target('7', LIMIT), MISSED, 0, 0, true],
    ['a level that is not to rise, and has not', target('45', HELD), MISSED, 49.45, 49.45, false],
  ])('%s', (_, one, missed, low, high, behind) => {
    expect(told(attainOf(one, TODAY, missed))).toEqual([low, high, behind]);
  });
});

describe('parts of a target that several units promise', () => {
  const part = (value: string | null, quantity: string, more: Partial<TargetState> = {}) => ({
    target: target(value, { quantity, ...more }),
    missed: MISSED,
  });
  const summed = (parts: ReturnType<typeof part>[]) => {
    const sum = sumParts(target(null), parts);
    return sum && told(attainOfParts(target(null), sum, TODAY));
  };
  test.each<[sentence: string, parts: ReturnType<typeof part>[], said: [number, number, boolean | null] | null]>([
    ['add up to it', [part('30', '60'), part('15', '40')], [45, 45, false]],
    ['one that nobody read leaves its part open', [part('30', '60'), part(null, '40')], [30, 70, null]],
    ['short whatever the unread one says', [part('5', '70'), part(null, '30')], [5, 35, true]],
    ['what no unit has promised is open too', [part('20', '50')], [20, 70, null]],
    ['in another unit they are no parts of it', [part('20', '100', { in: '人' })], null],
    ['a level is no part of a count', [part('20', '100', { start: '10' })], null],
  ])('%s', (_, parts, said) => expect(summed(parts)).toEqual(said));
});

const known = (done: number, planned: number): Attained => ({
  low: BigInt(Math.round(done * 1e7)),
  high: BigInt(Math.round(done * 1e7)),
  planned: BigInt(Math.round(planned * 1e7)),
  unknown: 0n,
  behind: done < planned,
});
const open = (planned: number): Attained => ({
  low: 0n,
  high: ONE,
  planned: BigInt(planned * 1e7),
  unknown: ONE,
  behind: null,
});
const leaf = (id: string, parent: string | null, own: Attained | null, weight: string | null = null): Leaf => ({
  id,
  parent,
  own,
  weight,
});

describe('a tree summed up', () => {
  const tree = (...leaves: Leaf[]) => rollUp([leaf('plan', null, null), ...leaves]);
  test.each<[sentence: string, leaves: Leaf[], low: number, high: number, unknown: number, behind: boolean | null]>([
    [
      'is the mean of what stands below',
      [leaf('a', 'plan', known(60, 50)), leaf('b', 'plan', known(20, 50))],
      40,
      40,
      0,
      true,
    ],
    ['by weights', [leaf('a', 'plan', known(60, 50), '3'), leaf('b', 'plan', known(20, 50))], 50, 50, 0, false],
    [
      'what is unknown is not nothing',
      [leaf('a', 'plan', known(60, 50)), leaf('b', 'plan', open(50))],
      30,
      80,
      50,
      null,
    ],
    [
      'it may fall short whatever is read',
      [leaf('a', 'plan', known(10, 60), '9'), leaf('b', 'plan', open(50))],
      9,
      19,
      10,
      true,
    ],
    ['of nothing below nothing is known', [], 0, 100, 100, null],
    [
      'level by level: two below one count as one',
      [
        leaf('a', 'plan', known(100, 100)),
        leaf('b', 'plan', null),
        leaf('c', 'b', known(0, 0)),
        leaf('d', 'b', open(0)),
      ],
      50,
      75,
      25,
      false,
    ],
  ])('%s', (_, leaves, low, high, unknown, behind) => {
    const { plan } = Object.fromEntries(tree(...leaves));
    expect([...told(plan!), percent(plan!.unknown)]).toEqual([low, high, behind, unknown]);
  });

  test('names what lags and how much of each matter above it takes', () => {
    const leaves = [
      leaf('plan', null, null),
      leaf('a', 'plan', null, '1'),
      leaf('b', 'plan', null, '3'),
      leaf('c', 'b', known(20, 60)),
      leaf('d', 'b', known(70, 60)),
      leaf('e', 'a', known(60, 60)),
    ];
    const rolled = rollUp(leaves);
    expect(rolled.get('plan')!.lagging).toEqual(['c']);
    const drags = dragOf(leaves[3]!, new Map(leaves.map((one) => [one.id, one])), rolled);
    expect(drags.map(({ id, points }) => [id, percent(points)])).toEqual([
      ['b', 20],
      ['plan', 15],
    ]);
  });
});

const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 });
const someLeaves = fc.array(
  fc.record({
    under: fc.nat(30),
    weight: fc.integer({ min: 1, max: 50 }),
    done: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
  }),
  { minLength: 1, maxLength: 24 },
);
/** A tree of any shape, whose leaves are read or not. */
const grown = someLeaves.map((rows): Leaf[] => {
  const parents = rows.map(({ under }, i) => (i === 0 ? null : `n${under % i}`));
  return rows.map(({ weight, done }, i) =>
    leaf(
      `n${i}`,
      parents[i]!,
      parents.includes(`n${i}`) ? null : done === null ? open(50) : known(done, 50),
      String(weight),
    ),
  );
});

describe('whatever the tree', () => {
  test('shares make the whole, and do not change when all weights are doubled', () => {
    fc.assert(
      fc.property(weights, (all) => {
        const shares = sharesOf(all.map((weight) => ({ weight: String(weight) })));
        const sum = shares.reduce((a, b) => a + b, 0n);
        expect(sum <= ONE && sum > ONE - BigInt(all.length)).toBe(true);
        expect(sharesOf(all.map((weight) => ({ weight: String(weight * 2) })))).toEqual(shares);
      }),
    );
  });

  test('whatever is read later lies between the bounds that were told before', () => {
    fc.assert(
      fc.property(
        grown,
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 24, maxLength: 24 }),
        (leaves, later) => {
          const before = rollUp(leaves);
          const after = rollUp(
            leaves.map((one, i) => (one.own?.unknown ? { ...one, own: known(later[i]!, 50) } : one)),
          );
          for (const [id, { low, high }] of before) {
            expect(low <= after.get(id)!.low && after.get(id)!.high <= high).toBe(true);
            // Rounding outwards costs no more than one part in a level.
            expect(after.get(id)!.high - after.get(id)!.low < 30n).toBe(true);
          }
        },
      ),
    );
  });

  test('what is known has no bounds, and what is unknown of it is nothing', () => {
    fc.assert(
      fc.property(grown, (leaves) => {
        for (const { low, high, unknown } of rollUp(leaves).values()) {
          if (unknown === 0n) expect(high - low < 30n).toBe(true);
          expect(high - low <= unknown + 30n).toBe(true);
        }
      }),
    );
  });
});
