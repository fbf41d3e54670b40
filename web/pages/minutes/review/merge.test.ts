import { expect, test } from 'vitest';
import { clashOf, mergeReviews } from './merge.ts';
import { reviewOf, type Review } from './review.ts';
import { draft, item } from './sample.fixture.ts';

const base = reviewOf(draft([item('a'), item('b'), item('c')]));
const change = (review: Review, id: string, text: string): Review => ({
  ...review,
  items: review.items.map((one) => (one.id === id ? { ...one, text } : one)),
});
const texts = (review: Review) => review.items.map(({ text }) => text);

test('what only one of us changed stays as that one left it', () => {
  const [mine, theirs] = [change(base, 'a', '我的'), change(base, 'b', '对方的')];
  expect(clashOf(base, mine, theirs)).toMatchObject({ both: [], theirs: 1, mine: 1, meeting: false });
  expect(texts(mergeReviews(base, mine, theirs, 'theirs'))).toEqual(['我的', '对方的', 'c']);
});

test('what both changed is named and goes to whoever is preferred', () => {
  const [mine, theirs] = [change(base, 'a', '我的'), change(base, 'a', '对方的')];
  expect(clashOf(base, mine, theirs).both.map(({ id }) => id)).toEqual(['a']);
  expect(texts(mergeReviews(base, mine, theirs, 'mine'))[0]).toBe('我的');
  expect(texts(mergeReviews(base, mine, theirs, 'theirs'))[0]).toBe('对方的');
});

test('the same change made twice is no clash', () => {
  expect(clashOf(base, change(base, 'a', '同样'), change(base, 'a', '同样')).both).toEqual([]);
});

test('items that either of us added are all there, mine after the one it followed', () => {
  const mine = { ...base, items: base.items.toSpliced(1, 0, item('m')) };
  const theirs = { ...base, items: [...base.items, item('t')] };
  expect(mergeReviews(base, mine, theirs, 'theirs').items.map(({ id }) => id)).toEqual(['a', 'm', 'b', 'c', 't']);
});

test('a meeting that both changed differently is asked about', () => {
  const meeting = (name: string): Review => ({ ...base, meeting: { ...base.meeting, name } });
  expect(clashOf(base, meeting('甲'), meeting('乙')).meeting).toBe(true);
  expect(clashOf(base, meeting('甲'), base).meeting).toBe(false);
});
