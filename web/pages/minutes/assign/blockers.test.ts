import { expect, test } from 'vitest';
import { reviewOf } from '../review/review.ts';
import { draft, item } from '../review/sample.fixture.ts';
import { blockersOf } from './blockers.ts';
import { openRoundOf } from './openRound.ts';
import { OpenRound } from '../../../../src/matters/rounds/round.contract.ts';

const U = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const codes = (review: ReturnType<typeof reviewOf>, registerRest = false) =>
  blockersOf(review, registerRest).map(({ code, n }) => (n ? `${code} ${n}` : code));

test('a whole draft may be assigned', () => {
  expect(codes(reviewOf(draft([item('a', { lead: 'u' })])))).toEqual([]);
});

test('items without a lead unit stand in the way until the person registers them only', () => {
  const review = reviewOf(draft([item('a', { lead: 'u' }), item('b'), item('c'), item('left out', { keep: false })]));
  expect(codes(review)).toEqual(['unit 2']);
  expect(blockersOf(review, false)[0]?.at).toEqual({ item: 'b' });
  expect(codes(review, true)).toEqual([]);
});

test('a meeting must have its name, year, number and day, and every item its words', () => {
  const review = reviewOf(draft([item('a', { lead: 'u', text: ' ' })]));
  const meeting = { name: '', number: null, year: null, heldOn: null, attendees: [] };
  expect(codes({ ...review, meeting })).toEqual([
    'meeting-name',
    'meeting-year',
    'meeting-number',
    'meeting-date',
    'text 1',
  ]);
  expect(codes({ ...review, items: [] })).toEqual(['nothing']);
});

test('the round asked for is what the server takes: kept items in the order shown, without a unit registered only', () => {
  const review = reviewOf(
    draft([
      item(U(1), { area: '河道', lead: U(50), co: [U(51)], due: '2026-04-30', start: 3, end: 9 }),
      item(U(2), { area: '道路' }),
      item(U(3), { area: '河道', lead: U(52) }),
      item(U(4), { keep: false }),
    ]),
  );
  const names = { round: U(9), matters: { [U(1)]: U(11), [U(2)]: U(12), [U(3)]: U(13), [U(4)]: U(14) } };
  const round = OpenRound.parse(openRoundOf(U(8), review, names));
  expect(round.items.map(({ id }) => id)).toEqual([U(11), U(13), U(12)]);
  expect(round.items[0]).toMatchObject({
    register: { due: '2026-04-30', source: { draft: U(8), article: 0, start: 3, end: 9 } },
    assign: { lead: U(50), co: [U(51)], due: '2026-04-30' },
  });
  expect(round.items[2]).toMatchObject({ register: { source: null }, assign: null });
});
