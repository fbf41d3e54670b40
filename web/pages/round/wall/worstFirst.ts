import type { MatterRow } from '../../../../src/matters/contract.ts';

/** The latest first, then what runs out soonest; what has no clock running, such as an answered matter, comes last. */
export const worstFirst = (rows: readonly MatterRow[]): MatterRow[] =>
  rows.toSorted((a, b) => order(haste(a), haste(b)) || (a.number < b.number ? -1 : 1));

const haste = ({ phase, workdaysLeft }: MatterRow): number =>
  phase === 'answered' ? Infinity : (workdaysLeft ?? Number.MAX_SAFE_INTEGER);

/** Two without a clock are equal, which their difference would not say. */
const order = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
