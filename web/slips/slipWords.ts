import type { ClockSlip, MatterRow } from '../../src/matters/contract.ts';

/** How a matter ended: struck off, gone on in another, or not counted. */
export type Ended = 'closed' | NonNullable<MatterRow['ended']>;
type Words = { t: (key: string) => string; left: (workdays: number) => string };

/** What a slip says: the working days where they count, else how the clock stands or ended. */
export const slipWords = (slip: ClockSlip | Ended, workdays: number | null, { t, left }: Words): string =>
  workdays !== null && (slip === 'overdue' || slip === 'soon' || slip === 'calm')
    ? left(workdays)
    : t(`web.slip.${slip}`);

/** The one slip of a matter in a list: struck off, or how its nearest clock stands; null when no clock runs. */
export function slipOf(row: Pick<MatterRow, 'phase' | 'slip' | 'workdaysLeft' | 'ended'>) {
  if (row.phase === 'closed') return { slip: row.ended ?? 'closed', left: null } as const;
  return row.slip ? { slip: row.slip, left: row.workdaysLeft } : null;
}
