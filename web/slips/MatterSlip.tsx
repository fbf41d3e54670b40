import type { MatterRow } from '../../src/matters/contract.ts';
import { Slip } from './Slip.tsx';

/** The one slip of a matter in a list: struck off, or how its nearest clock stands; nothing when no clock runs. */
export function MatterSlip({ row }: { row: Pick<MatterRow, 'phase' | 'slip' | 'workdaysLeft'> }) {
  if (row.phase === 'closed') return <Slip slip="closed" />;
  return row.slip ? <Slip slip={row.slip} left={row.workdaysLeft} /> : null;
}
