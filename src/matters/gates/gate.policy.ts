import { problem, type Problem } from '../../kernel/index.ts';
import type { ActKind, Mechanism } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { UnitState } from '../life/state-parts.rules.ts';

/** What stands against an act for the sake of the gates: one that stopped the work, or that must be passed before it. */
export function gateCase(
  { gates = {} }: Mechanism,
  state: MatterState,
  kind: ActKind,
  unit: UnitState | null,
): Problem | null {
  // A co-unit answers for its own part alone, and the gates are for the whole.
  if (unit?.part === 'co' && kind === 'answer') return null;
  const found = (gate: string) => state.gates.find((one) => one.gate === gate);
  const named = Object.entries(gates);
  const halted = named.filter(([gate, rule]) => rule.halts?.includes(kind) && found(gate)?.halted);
  if (halted.length) return problem('matter.work-halted', { gates: halted.map(([, { name }]) => name) });
  const missing = named.filter(([gate, rule]) => rule.before?.includes(kind) && !found(gate)?.passed);
  return missing.length ? problem('matter.gate-missing', { gates: missing.map(([, { name }]) => name) }) : null;
}
