import { expect, test } from 'vitest';
import { planToShow } from './planToShow.ts';

const plan = (id: string, matters: number, { closed = false, due = '2026-12-31' } = {}) => ({
  id,
  matters,
  closed,
  due,
});
const year = plan('year', 40);
const short = plan('short', 3);

test.each<[sentence: string, rows: ReturnType<typeof plan>[], seen: string | null, shown: string | undefined]>([
  ['the largest, though a short one is newer', [short, year], null, 'year'],
  ['the one looked at last', [short, year], 'short', 'short'],
  ['not one looked at last that is not there any more, or was not then', [year], 'short', 'year'],
  ['an open one before a closed one', [short, { ...year, closed: true }], null, 'short'],
  ['one of this year before a larger one of the next', [plan('next', 90, { due: '2027-12-31' }), short], null, 'short'],
  [
    'where all are closed, the largest',
    [
      { ...short, closed: true },
      { ...year, closed: true },
    ],
    null,
    'year',
  ],
  ['none where there is none', [], 'year', undefined],
])('shown is %s', (_, rows, seen, shown) => expect(planToShow(rows, seen, '2026-12-01')).toBe(shown));
