import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replicationPart, weekly } from '../life/life.fixture.ts';
import { Standing } from './matrix.contract.ts';
import { byItem, standingOf, tally } from './matrix.rules.ts';

test.each<[sentence: string, stage: string, standing: Standing]>([
  ['given and not accepted', 'assigned', 'given'],
  ['sent back, it is nobody’s yet', 'refused', 'given'],
  ['under way', 'working', 'working'],
  ['done, and the office looks at the evidence', 'answered', 'answered'],
  ['said not to apply, which is not done', 'claimed', 'claimed'],
  ['agreed not to apply, which is not struck off', 'exempt', 'exempt'],
  ['struck off', 'closed', 'done'],
  ['struck off, and what came of it is known', 'gained', 'gained'],
])('%s', (_, stage, standing) => {
  expect(standingOf(replicationPart(), stage)).toBe(standing);
});

test('of a mechanism where nothing can be said not to apply, what is closed is struck off', () => {
  expect(Object.keys(weekly().stages).map((stage) => standingOf(weekly(), stage))).toEqual([
    'given',
    'given',
    'given',
    'working',
    'answered',
    'answered',
    'done',
  ]);
});

test('every part is counted once, and both sides of a matrix add up to the same', () => {
  const cell = fc.record({ standing: fc.constantFrom(...Standing.options), late: fc.boolean(), unit: fc.nat(4) });
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const { n, done, exempt, waiting, going } = tally(cells);
      expect(done + exempt + waiting + going).toBe(n);
      const columns = [0, 1, 2, 3, 4].map((unit) => tally(cells.filter((one) => one.unit === unit)));
      for (const key of ['n', 'done', 'exempt', 'waiting', 'going', 'late'] as const)
        expect(columns.reduce((sum, one) => sum + one[key], 0)).toBe(tally(cells)[key]);
    }),
  );
});

test('numbers of items go as people count', () => {
  const items = ['10', '2', '1.10', '1.2', '1'].map((item) => ({ item }));
  expect(items.toSorted(byItem).map(({ item }) => item)).toEqual(['1', '1.2', '1.10', '2', '10']);
});
