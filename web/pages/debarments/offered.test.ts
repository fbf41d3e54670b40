import { expect, test } from 'vitest';
import type { ContestWay } from '../../../src/debarments/contract.ts';
import { offeredOf } from './offered.ts';

const may = (kind: string) => ({ kind, allowed: true, why: null });
const acts = [
  may('ask-review'),
  may('appeal'),
  may('note-late'),
  { kind: 'approve', allowed: false, why: 'debarments.approve-by-another' },
  { kind: 'lift', allowed: false, why: 'debarments.not-standing' },
];
const ways = (...open: ContestWay['by'][]): ContestWay[] =>
  (['review', 'reconsideration', 'court'] as const).map((by) => ({
    by,
    last: '2026-05-06',
    atLeast: false,
    open: open.includes(by),
  }));

test.each<[open: ContestWay['by'][], offered: string[]]>([
  [
    ['review', 'reconsideration', 'court'],
    ['ask-review', 'appeal', 'approve'],
  ],
  [['court'], ['appeal', 'note-late', 'approve']],
  [[], ['note-late', 'approve']],
])(
  'what can be contested no more is no button but for noting that it was, and its last day is told: open %j',
  (open, offered) => {
    const found = offeredOf({ acts, contest: ways(...open) });
    expect(found.acts.map(({ kind }) => kind)).toEqual(offered);
    expect(found.ways.map(({ by }) => by)).toEqual(['review', 'reconsideration', 'court']);
  },
);

test('no last day is told to whoever may not note it', () => {
  expect(offeredOf({ acts: acts.slice(1), contest: ways('court') }).ways.map(({ by }) => by)).toEqual([
    'reconsideration',
    'court',
  ]);
});
