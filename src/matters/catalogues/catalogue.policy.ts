import { problem, type Problem } from '../../kernel/index.ts';
import type { MatterState } from '../life/state.rules.ts';

/** What stands against saying of a matter that it does not apply: the unit has not said so, and what it is a part of is still listed. */
export const exemptCase = ({ waiver, unlisted }: MatterState): Problem | null =>
  waiver?.granted === null || unlisted !== undefined ? null : problem('matter.nothing-waived');
