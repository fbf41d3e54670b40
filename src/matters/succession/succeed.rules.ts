import type { Uuid } from '../../kernel/index.ts';
import { stopClocks } from '../life/clocks.rules.ts';
import type { Effect, MatterAct } from '../life/effect.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { UnitState } from '../life/state-parts.rules.ts';

/** The act by which an heir takes over; no mechanism has it, as nobody may ask for it: the merger of the units was the decision. */
export const SUCCEED = 'succeed';

/** A unit that was merged, its heir, and the seat that merged them. */
export type Succession = { readonly unit: Uuid; readonly heir: Uuid; readonly seat: Uuid | null };

const OWING: ReadonlySet<UnitState['stance']> = new Set(['assigned', 'accepted', 'refused', 'returned']);

/**
 * The act by which the heir of a merged unit takes its place in an open matter; null where there is nothing to take. Deadlines
 * stay: the heir has the time that was left. Where the heir has a part already, of the two it keeps the lead, else the one that
 * still owes an answer; the clocks of the other are held against nobody.
 */
export function decideSuccession(
  state: MatterState,
  { unit, heir, seat }: Succession,
  act: { id: Uuid; now: Date },
): MatterAct | null {
  const old = state.units.find((u) => u.unit === unit);
  if (!old || state.phase === 'closed') return null;
  const own = state.units.find((u) => u.unit === heir);
  const takes = !own || old.part === 'lead' || (own.part === 'co' && OWING.has(old.stance) && !OWING.has(own.stance));
  const dropped = takes ? own : old;
  const effects: Effect[] = [
    ...(dropped ? drop(state, dropped.unit, act.now) : []),
    ...(takes ? [{ do: SUCCEED, unit, heir } as const] : []),
  ];
  const at = act.now.toISOString() < state.updatedAt ? state.updatedAt : act.now.toISOString();
  return { id: act.id, seq: state.seq + 1, kind: SUCCEED, at, seat, unit: null, given: { unit, heir }, effects };
}

const drop = (state: MatterState, unit: Uuid, now: Date): Effect[] => [
  ...stopClocks(state, now, (c) => c.unit === unit && 'void'),
  ...(state.asked.some((a) => a.unit === unit) ? [{ do: 'settle', unit, granted: false } as const] : []),
  { do: 'leave', unit },
];
