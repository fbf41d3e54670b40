import type { SeatHeld } from '../../directory/index.ts';
import { ableToReview, getMechanism, type MatterState } from '../../matters/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { People } from './people.rules.ts';

/** Who may review the exclusion that waits for it in a matter, by its own mechanism's file; nothing where none does. */
export async function ableIn(
  tx: Tx,
  city: number,
  state: MatterState,
  roster: readonly SeatHeld[],
): Promise<Pick<People, 'able'>> {
  const { exclusion, mechanism: key, version } = state;
  if (exclusion?.agreed !== null) return {};
  const mechanism = await getMechanism(tx, city, key, version);
  return { able: ableToReview(mechanism, state, exclusion, roster) };
}
