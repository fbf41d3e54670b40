import { problem, type Problem } from '../../kernel/index.ts';
import { isTakenBefore, type Taken } from './taken.rules.ts';
import type { ActKind, Mechanism } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { UnitState } from '../life/state-parts.rules.ts';
import { isPassed } from './order.rules.ts';

/**
 * What stands against an act for the sake of the gates: one that stopped the work, or that must be passed before it. What was `taken` before the
 * work was stopped is only told later, and is not held up by that.
 */
export function gateCase(
  { gates = {} }: Mechanism,
  state: MatterState,
  kind: ActKind,
  unit: UnitState | null,
  taken: Taken | null = null,
): Problem | null {
  // A co-unit answers for its own part alone, and the gates are for the whole.
  if (unit?.part === 'co' && kind === 'answer') return null;
  const found = (gate: string) => state.gates.find((one) => one.gate === gate);
  const named = Object.entries(gates);
  const halts = (gate: string): boolean => {
    const one = found(gate);
    return one !== undefined && one.halted && !(taken && isTakenBefore(taken, one));
  };
  const halted = named.filter(([gate, rule]) => rule.halts?.includes(kind) && halts(gate));
  if (halted.length) return problem('matter.work-halted', { gates: halted.map(([, { name }]) => name) });
  const waits = named.filter(([gate, rule]) => rule.before?.includes(kind) && !isPassed(state, gate));
  const names = (list: typeof waits) => ({ gates: list.map(([, { name }]) => name) });
  const missing = waits.filter(([gate]) => !found(gate)?.passed);
  if (missing.length) return problem('matter.gate-missing', names(missing));
  return waits.length ? problem('matter.gate-lapsed', names(waits)) : null;
}
