import type { SeatHeld } from '../../directory/index.ts';
import type { Uuid } from '../../kernel/index.ts';
import { ruleFor, type Mechanism } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { actingUnit, fits } from '../actor.policy.ts';
import type { MatterState } from '../life/state.rules.ts';

/** Who proposed that a judgement be left out: they may not review it, on whichever of their seats. */
export type Proposer = { readonly seat: Uuid; readonly account: Uuid | null };

/** All of these seats that may review it by the mechanism's file. Pure. */
export function ableToReview(
  mechanism: Mechanism,
  state: MatterState,
  { seat, account }: Proposer,
  roster: readonly SeatHeld[],
): SeatHeld[] {
  const by = ruleFor(mechanism, 'review')?.by ?? [];
  return roster.filter((held) => {
    if (held.seat === seat || held.account === account) return false;
    const as = callerOf(held);
    return by.some((actor) => fits(actor, state, as, actingUnit(state, as)));
  });
}

/**
 * Whose work it is to review: of those who may, the supervision office's; where nobody of it may, the city's leaders'; else that of
 * whoever else may. Pure.
 */
export function reviewersAmong(able: readonly SeatHeld[]): readonly SeatHeld[] {
  for (const role of ['supervisor', 'mayor'] as const) {
    const those = able.filter((held) => held.role === role);
    if (those.length) return those;
  }
  return able;
}

const callerOf = ({ unit, ...held }: SeatHeld): Caller => ({
  ...held,
  city: 0,
  unit,
  units: unit === null ? [] : [unit],
  name: '',
  title: '',
});
