import { expect, test } from 'vitest';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { worstFirst } from './worstFirst.ts';

const row = (number: string, phase: MatterRow['phase'], workdaysLeft: number | null) =>
  ({ number, phase, workdaysLeft }) as MatterRow;

test('what is latest stands first, what waits for the office last, and numbers decide between equals', () => {
  const rows = [
    row('10-05', 'answered', -3),
    row('10-04', 'working', null),
    row('10-03', 'working', 2),
    row('10-02', 'assigned', 2),
    row('10-01', 'working', -1),
    row('10-00', 'answered', null),
  ];
  expect(worstFirst(rows).map(({ number }) => number)).toEqual(['10-01', '10-02', '10-03', '10-04', '10-00', '10-05']);
});
