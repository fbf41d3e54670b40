import type { MatterRow } from '../../src/matters/contract.ts';
import { Slip } from './Slip.tsx';
import { slipOf } from './slipWords.ts';

/** The one slip of a matter in a list: struck off, or how its nearest clock stands; nothing when no clock runs. */
export function MatterSlip({ row }: { row: Pick<MatterRow, 'phase' | 'slip' | 'workdaysLeft' | 'ended'> }) {
  const one = slipOf(row);
  return one && <Slip {...one} />;
}
