import type { ActKind, GateRule, Mechanism } from '../../mechanism/index.ts';
import type { Effect } from '../life/effect.rules.ts';
import type { MatterState } from '../life/state.rules.ts';

type Gates = Pick<Mechanism, 'gates'>;
type Found = Pick<MatterState, 'gates' | 'reckoned'>;

/** Whether a gate was passed, and nothing was done since after which it is to be inspected anew. */
export const isPassed = ({ gates }: Pick<MatterState, 'gates'>, gate: string): boolean =>
  gates.some((one) => one.gate === gate && one.passed && !one.lapsed);

/** What a gate still waits for before it may be inspected: gates that are not passed, and acts that were not done. */
export function waitsFor(
  { gates = {} }: Gates,
  state: Found,
  { after = [] }: Pick<GateRule, 'after'>,
): { readonly gates: GateRule['name'][]; readonly acts: ActKind[] } {
  const isGate = (name: string): boolean => Object.hasOwn(gates, name);
  return {
    gates: after.filter((name) => isGate(name) && !isPassed(state, name)).map((name) => gates[name]!.name),
    acts: after.filter((name) => !isGate(name) && !state.reckoned?.includes(name)) as ActKind[],
  };
}

/**
 * What follows for the gates from an act of the kind: that it was done, where one stands after it, and of which gates what was passed counts no
 * more. What lapses takes those along that stand after it, as does a gate inspected anew. Pure.
 */
export function reckonGates({ gates = {} }: Gates, state: Found, kind: ActKind, inspected: string | null): Effect[] {
  const named = Object.entries(gates);
  if (!named.some(([, { after, anew }]) => after?.includes(kind) || anew?.includes(kind)) && inspected === null)
    return [];
  const gone = new Set(inspected === null ? [] : [inspected]);
  for (const [gate, { anew }] of named) if (anew?.includes(kind)) gone.add(gate);
  // A set that grows is walked to its new end.
  for (const one of gone) for (const [gate, { after }] of named) if (after?.includes(one)) gone.add(gate);
  const lapses = [...gone].filter((gate) => gate !== inspected && isPassed(state, gate));
  return inspected !== null && !lapses.length ? [] : [{ do: 'reckoned', lapses }];
}
