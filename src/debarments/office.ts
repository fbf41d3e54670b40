import { findRoster, type SeatHeld } from '../directory/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { DebarmentState } from './debarment.rules.ts';

/** Who holds a seat of the supervision office now; looked up where one of these entries waits for its review, and else nobody. For the system. */
export async function officeFor(
  tx: Tx,
  city: number,
  entries: readonly DebarmentState[],
  now: Date,
): Promise<readonly SeatHeld[]> {
  if (!entries.some(({ review }) => review === 'asked')) return [];
  return (await findRoster(tx, city, now)).filter(({ role }) => role === 'supervisor');
}
