import { describe, expect, test } from 'vitest';
import { addBlank, addFromSource, chooseArticle, groupsOf, patchArea, patchItem, reviewOf } from './review.ts';
import { draft, item } from './sample.fixture.ts';

const numbersOf = (review: Parameters<typeof groupsOf>[0]) =>
  groupsOf(review).map(({ area, rows }) => [area, rows.map((row) => `${row.n} ${row.item.id}`)]);

describe('the items of a draft', () => {
  const review = reviewOf(
    draft([
      item('a', { area: '河道', start: 0, end: 4 }),
      item('b', { area: '道路', start: 6, end: 9 }),
      item('c', { area: '河道', start: 12, end: 15, lead: 'u1' }),
      item('left-out', { keep: false }),
      item('elsewhere', { article: 1 }),
    ]),
  );

  test('stand by area in the order of first appearance and are numbered through, without what was left out', () => {
    expect(numbersOf(review)).toEqual([
      ['河道', ['1 a', '2 c']],
      ['道路', ['3 b']],
    ]);
  });

  test('take units for a whole area: only where none leads, or everywhere', () => {
    const leads = (gaps: boolean) =>
      patchArea(review, '河道', { lead: 'u2', due: '2026-04-30' }, gaps).items.map(({ lead, due }) => [lead, due]);
    expect(leads(true).slice(0, 3)).toEqual([
      ['u2', '2026-04-30'],
      [null, null],
      ['u1', '2026-04-30'],
    ]);
    expect(leads(false)[2]).toEqual(['u2', '2026-04-30']);
    expect(leads(false)[3]).toEqual([null, null]);
  });

  test('gain one from the source, which stands after its neighbour and takes over its area', () => {
    const next = addFromSource(review, 'n', '清淤', { start: 10, end: 12 });
    expect(next.items.map(({ id }) => id)).toEqual(['a', 'b', 'n', 'c', 'left-out', 'elsewhere']);
    expect(next.items[2]).toMatchObject({ text: '清淤', area: '道路', start: 10, end: 12, keep: true });
  });

  test('gain one in a person’s own words at the end of its area', () => {
    expect(numbersOf(addBlank(review, 'n', '河道'))[0]).toEqual(['河道', ['1 a', '2 c', '3 n']]);
  });
});

test('another article brings its items with it, unless they were judged before', () => {
  const items = [item('a'), item('b', { article: 1, keep: false }), item('c', { article: 1, keep: false })];
  const other = chooseArticle(reviewOf(draft(items)), 1);
  expect(numbersOf(other)).toEqual([['河道治理', ['1 b', '2 c']]]);
  const judged = chooseArticle(chooseArticle(patchItem(other, 'b', { keep: false }), 0), 1);
  expect(numbersOf(judged)).toEqual([['河道治理', ['1 c']]]);
});

describe('what a person decides', () => {
  const review = reviewOf(draft([item('a', { unsure: ['text', 'unit', 'due'], co: ['u1', 'u2'] })]));

  test('is no longer unsure, the rest still is', () => {
    expect(patchItem(review, 'a', { due: null }).items[0]?.unsure).toEqual(['text', 'unit']);
    expect(patchItem(review, 'a', { unsure: [] }).items[0]?.unsure).toEqual([]);
  });

  test('never makes one unit lead and help at once', () => {
    expect(patchItem(review, 'a', { lead: 'u1' }).items[0]).toMatchObject({
      lead: 'u1',
      co: ['u2'],
      unsure: ['text', 'due'],
    });
  });
});
