import type { MatterRow } from '../../src/matters/contract.ts';

/** How the supervision office itself is late, or soon will be, with a matter whose unit has done its part; else nothing. */
export function officeLate({ office }: Pick<MatterRow, 'office'>) {
  if (!office || office.workdaysLeft == null) return undefined;
  const { slip, workdaysLeft, name } = office;
  return slip === 'overdue' || slip === 'soon' ? { slip, workdaysLeft, name } : undefined;
}
