import { ruleFor, type Mechanism } from '../../mechanism/index.ts';
import type { Uuid } from '../../kernel/index.ts';
import type { Decision } from './unit.contract.ts';
import type { ClockState, HandedBack } from './state-parts.rules.ts';
import type { MatterState } from './state.rules.ts';

/** From which time on that a unit hands the same matter back it is for whoever assigns to decide. */
const DECIDED_FROM = 2;

/** Whether the file counts for each unit, co-units too, how often it hands a matter back. Files that say nothing of it do so for the lead alone. */
export const countsEveryUnit = (mechanism: Mechanism): boolean => ruleFor(mechanism, 'refuse')?.everyUnit ?? false;

/** What a unit has handed back so far, also before it left and was named again. */
export const handedBackBy = ({ handedBack }: MatterState, unit: Uuid): HandedBack | undefined =>
  handedBack?.find((one) => one.unit === unit);

/** Whether it is to be decided if the unit takes part: to name it again is to decide that it does. */
export const awaitsDecision = (state: MatterState, unit: Uuid): boolean => {
  const handed = handedBackBy(state, unit);
  return handed !== undefined && handed.times >= DECIDED_FROM && !handed.decided;
};

/** What a reader is told of it beside the unit. */
export function decisionOn(state: MatterState, unit: Uuid): { decision?: Decision } {
  if (awaitsDecision(state, unit)) return { decision: 'waits' };
  return handedBackBy(state, unit)?.decided ? { decision: 'made' } : {};
}

/** Whether a clock waits for whoever assigns because a unit handed the matter back; the whole being answered, nobody need be found. */
export const waitsForDispatch = (mechanism: Mechanism, clock: ClockState): boolean =>
  countsEveryUnit(mechanism) &&
  clock.unit === null &&
  clock.seat === undefined &&
  (mechanism.clocks[clock.clock]?.from.includes('refuse') ?? false);
