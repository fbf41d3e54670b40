import { expect, test } from 'vitest';
import { besides, countedOver, periodOf, periodsBack } from './ranking-period.rules.ts';

const month = { every: 'month' } as const;
const yearSoFar = { every: 'month', over: 'year' } as const;
const march = { from: '2026-03-01', to: '2026-03-31' };

test.each([
  ['a month is counted over itself', month, march, march],
  ['the year so far is counted from its first day', yearSoFar, march, { from: '2026-01-01', to: '2026-03-31' }],
] as const)('%s, and is found again from its days', (_, when, period, days) => {
  expect(countedOver(when, period)).toEqual(days);
  expect(periodOf(when, days)).toEqual(period);
});

test('days that are no period of the ranking were never held', () => {
  expect(periodOf(month, { from: '2026-03-02', to: '2026-03-31' })).toBeNull();
  expect(periodOf(yearSoFar, march)).toBeNull();
});

test('whoever leafs goes to the period before and after, and not past today', () => {
  expect(besides(month, march, '2026-04-01')).toEqual({
    before: { from: '2026-02-01', to: '2026-02-28' },
    after: { from: '2026-04-01', to: '2026-04-30' },
  });
  expect(besides(month, march, '2026-03-31').after).toBeNull();
  expect(besides(yearSoFar, { from: '2026-01-01', to: '2026-01-31' }, '2026-05-01')).toEqual({
    before: { from: '2025-01-01', to: '2025-12-31' },
    after: { from: '2026-01-01', to: '2026-02-28' },
  });
});

test('periods are looked through from the last to the first, and no more than asked for', () => {
  expect(periodsBack(month, '2026-02-10', '2025-12-31', 9).map(({ from }) => from)).toEqual([
    '2026-02-01',
    '2026-01-01',
    '2025-12-01',
  ]);
  expect(periodsBack(month, '2026-02-10', '2001-01-01', 2)).toHaveLength(2);
});
