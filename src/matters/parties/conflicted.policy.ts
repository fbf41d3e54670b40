import { problem, type Problem, type Uuid } from '../../kernel/index.ts';
import type { ActKind, Actor } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';

/** Of a matter who may have to be impartial. */
export type Impartials = Pick<MatterState, 'appointed' | 'helpers'>;

/** The seats that are not impartial towards a party that came in after them, or in which they declared an interest later, and of which nothing was decided yet. */
export const conflicted = ({ appointed, helpers }: Impartials): Uuid[] =>
  [appointed, ...helpers].flatMap((one) => (one?.conflicts ? one.seat : []));

/**
 * Why somebody may not act as who must be impartial. `as`: what lets them act at all: whoever is of the lead unit besides goes on as that. Whoever
 * helps may always leave.
 */
export function conflictCase(
  state: Impartials,
  kind: ActKind,
  seat: Uuid | null,
  as: readonly Actor[],
): Problem | null {
  if (kind === 'clear') return conflicted(state).length ? null : problem('matter.no-conflict');
  if (kind === 'unhelp' || seat === null || !conflicted(state).includes(seat)) return null;
  return as.every((actor) => actor === 'appointed' || actor === 'helper') ? problem('matter.held-for-conflict') : null;
}
