import type { Given } from '../life/given.contract.ts';
import type { Effect, MatterAct } from '../life/effect.rules.ts';
import type { MatterState } from '../life/state.rules.ts';

/** Takes an inspection into a state: the last of each gate stands. What was stopped goes on when it is passed, and not before. */
export function foldGates(state: MatterState, effect: Extract<Effect, { do: 'inspection' }>, act: MatterAct): void {
  const { gate, passed, halt } = effect;
  const { items, note = null, files = [] } = act.given as Given<'inspect'>;
  const had = state.gates.find((one) => one.gate === gate);
  const next = {
    gate,
    act: act.id,
    at: act.at,
    passed,
    halted: halt || (!passed && (had?.halted ?? false)),
    items: items.map(({ item, verdict, text = null }) => ({ item, verdict, text })),
    note,
    files: files.length,
    times: (had?.times ?? 0) + 1,
  };
  state.gates = had ? state.gates.map((one) => (one === had ? next : one)) : [...state.gates, next];
}
