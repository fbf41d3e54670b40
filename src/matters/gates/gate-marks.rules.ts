import type { Mark, Mechanism } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';

/** What a matter counts as by the gates that it has passed. */
export function gateMarks(
  { gates: found }: MatterState,
  { gates = {} }: Mechanism,
): readonly (readonly [boolean, Mark])[] {
  const keys = Object.keys(gates);
  const passed =
    keys.length > 0 && keys.every((key) => found.some(({ gate, passed: is, lapsed }) => gate === key && is && !lapsed));
  return [
    [passed, 'gates-passed'],
    [found.some(({ halted }) => halted), 'halted'],
  ];
}
