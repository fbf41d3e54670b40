import type { Uuid } from '../../kernel/index.ts';
import type { ActKind, Mechanism } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { MatterState } from '../life/state.rules.ts';
import { whyNot } from '../matter.policy.ts';
import { stopsFirst } from './due-first.rules.ts';

/** What a unit owes in the end: what else of its time runs out before that comes first. */
export const ANSWERS: ReadonlySet<ActKind> = new Set(['answer', 'propose']);

/**
 * The act that comes before the answer for this seat: it meets what of the unit's time runs out first, and the seat may do it now. Null where
 * the answer itself is what is due.
 */
export function beforeAnswer(
  mechanism: Mechanism,
  state: MatterState,
  { caller, unit, now }: { readonly caller: Caller; readonly unit: Uuid | null; readonly now: Date },
): ActKind | null {
  const act = unit && stopsFirst(mechanism, state, unit);
  return act && !ANSWERS.has(act) && whyNot(mechanism, state, caller, act, now) === null ? act : null;
}
