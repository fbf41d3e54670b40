import { ActKind, type Mechanism } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { Told } from '../story/story.ts';
import type { GateView, HaltView } from './gate.contract.ts';
import { haltsOf } from './halts.rules.ts';
import { waitsFor } from './order.rules.ts';

/** The gates of a matter, as its page shows them; null under a mechanism that has none. */
export function viewGates(mechanism: Mechanism, state: MatterState): GateView[] | null {
  const { gates } = mechanism;
  if (!gates) return null;
  const kinds = (names: readonly string[] = []) => ActKind.options.filter((kind) => names.includes(kind));
  return Object.entries(gates).map(([gate, rule]) => {
    const { name, items, before, halts, give = [] } = rule;
    const { times, ...found } = state.gates.find((one) => one.gate === gate) ?? { times: 0 };
    const last = 'act' in found ? found : null;
    return {
      gate,
      name,
      items: Object.entries(items).map(([item, of]) => ({ item, name: of })),
      give,
      waits: waitsFor(mechanism, state, rule),
      before: kinds(before),
      halts: kinds(halts),
      last: last && {
        act: last.act,
        at: last.at,
        passed: last.passed,
        lapsed: last.lapsed ?? false,
        halted: last.halted,
        items: last.items,
        note: last.note,
        files: last.files,
      },
      times,
    };
  });
}

/** What holds the work now, as the head of the matter's page says it. */
export const viewHalts = ({ gates = {} }: Mechanism, { steps, doer }: Pick<Told, 'steps' | 'doer'>): HaltView[] =>
  haltsOf(steps).flatMap(({ gate, act }) => {
    const name = gates[gate]?.name;
    return name ? [{ gate, name, at: act.at, ...doer(act) }] : [];
  });
