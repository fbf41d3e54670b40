import { no, ok, problem, type Result } from '../../kernel/index.ts';
import type { Checked } from '../life/ask.rules.ts';
import type { Effect } from '../life/effect.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import { waitsFor } from './order.rules.ts';
import { haltedSince } from './taken.rules.ts';

/** An inspection: of everything on the list, once; what is found wanting is said in words. It is passed where nothing is wanting and something is there. */
export function decideInspection(state: MatterState, { given, mechanism }: Checked<'inspect'>): Result<Effect[]> {
  const { gates = {} } = mechanism;
  const rule = Object.hasOwn(gates, given.gate) ? gates[given.gate] : undefined;
  if (!rule) {
    const known = Object.values(gates).map(({ name }) => name);
    return no(problem('matter.no-such-gate', { known }, { pointer: '/given/gate' }));
  }
  const waits = waitsFor(mechanism, state, rule);
  if (waits.gates.length || waits.acts.length) {
    const { gates: first, acts } = waits;
    const gate = rule.name;
    const told = first.length
      ? problem('matter.gate-after-gates', { gate, gates: first }, { pointer: '/given/gate' })
      : null;
    return no(told ?? problem('matter.gate-after-acts', { gate, acts }, { pointer: '/given/gate' }));
  }
  for (const [i, { item, verdict, text }] of given.items.entries()) {
    const pointer = `/given/items/${i}`;
    const name = Object.hasOwn(rule.items, item) ? rule.items[item]! : null;
    if (!name) return no(problem('matter.no-such-item', { gate: rule.name }, { pointer: `${pointer}/item` }));
    if (given.items.findIndex((other) => other.item === item) !== i)
      return no(problem('matter.item-twice', { item: name }, { pointer: `${pointer}/item` }));
    if (verdict === 'fail' && !text)
      return no(problem('matter.failure-unexplained', { item: name }, { status: 400, pointer: `${pointer}/text` }));
  }
  const missing = Object.entries(rule.items).filter(([key]) => !given.items.some(({ item }) => item === key));
  if (missing.length) {
    const items = missing.map(([, name]) => name);
    return no(problem('matter.items-missing', { items }, { status: 400, pointer: '/given/items' }));
  }
  const failed = given.items.some(({ verdict }) => verdict === 'fail');
  const passed = !failed && given.items.some(({ verdict }) => verdict === 'pass');
  if (!failed && !passed) return no(problem('matter.nothing-inspected', {}, { pointer: '/given/items' }));
  if (given.halt && passed) return no(problem('matter.halt-of-passed', {}, { pointer: '/given/halt' }));
  if (given.halt && !rule.halts)
    return no(problem('matter.gate-halts-nothing', { gate: rule.name }, { pointer: '/given/halt' }));
  // Another gate may have stopped the work too: it goes on when none of them holds it.
  const stopped = state.gates.filter(({ halted }) => halted).map(({ gate }) => gate);
  const lifts = passed && stopped.length === 1 && stopped[0] === given.gate;
  const found = { do: 'inspection', gate: given.gate, passed, halt: given.halt ?? false } as const;
  const held = passed ? undefined : state.gates.find(({ gate, halted }) => halted && gate === given.gate);
  return ok([{ ...found, ...(lifts ? { lifts } : {}), ...(held ? { since: haltedSince(held) } : {}) }]);
}
