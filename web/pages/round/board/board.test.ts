import { expect, test } from 'vitest';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { boardOf } from './board.ts';

const row = (id: string, area: string | null, phase: MatterRow['phase']): MatterRow => ({
  id,
  mechanism: 'm',
  number: id,
  text: id,
  area,
  round: 'r',
  stage: phase,
  phase,
  lead: null,
  co: [],
  confidential: false,
  due: null,
  slip: null,
  workdaysLeft: null,
  bounces: 0,
  seq: 1,
  registeredAt: '2026-03-02T01:00:00Z',
  updatedAt: '2026-03-02T01:00:00Z',
});

test('a round lies by area and phase, areas in the order of the minutes', () => {
  const { phases, rows, counts } = boardOf([
    row('1', '河道', 'working'),
    row('2', '道路', 'closed'),
    row('3', '河道', 'closed'),
  ]);
  expect(phases).toEqual(['assigned', 'working', 'answered', 'closed']);
  expect(rows.map(({ area, total, closed }) => [area, closed, total])).toEqual([
    ['河道', 1, 2],
    ['道路', 1, 1],
  ]);
  expect(rows[0]?.cells.working.map(({ id }) => id)).toEqual(['1']);
  expect(counts.closed).toBe(2);
});

test('what nobody has been assigned gets a column of its own, only then', () => {
  expect(boardOf([row('1', null, 'open')]).phases[0]).toBe('open');
});
