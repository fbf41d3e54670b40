import { expect, test } from 'vitest';
import { partiesApart } from './partiesApart.ts';

const party = (n: number, name: string) =>
  ({ n, side: 'respondent', kind: 'person', enterprise: null, name, agent: null, contact: null }) as const;

test('two people behind one mark are told apart by their numbers, and nobody else has one', () => {
  const all = [party(1, '金穗食品'), party(2, '〔姓名1〕'), party(3, '〔姓名1〕')];
  expect(partiesApart(all, (name, n) => `${name}（第 ${n} 位）`).map(({ name }) => name)).toEqual([
    '金穗食品',
    '〔姓名1〕（第 2 位）',
    '〔姓名1〕（第 3 位）',
  ]);
});
