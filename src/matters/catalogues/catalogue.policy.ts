import { problem, type Problem } from '../../kernel/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import { isCarriedDone } from './carried.rules.ts';

/** What stands against saying of a matter that it does not apply: the unit has not said so, and what it is a part of is still listed. */
export const exemptCase = ({ waiver, unlisted }: MatterState): Problem | null =>
  waiver?.granted === null || unlisted !== undefined ? null : problem('matter.nothing-waived');

/** What stands against taking over what an earlier ledger says: the unit has the matter in hand here, and says itself how far it is. */
export function carryCase({ units, carried }: MatterState): Problem | null {
  const stance = units.find(({ part }) => part === 'lead')?.stance;
  if (stance === 'assigned' || (stance === 'accepted' && carried && !carried.over)) return null;
  return problem('matter.carried-in-hand');
}

/** What is done by an earlier ledger alone is struck off against evidence, like everything else. */
export const carriedCloseCase = (state: MatterState): Problem | null =>
  isCarriedDone(state) && state.files.length === 0 ? problem('matter.carried-without-evidence') : null;
