import type { MatterAct } from '../life/effect.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { Step } from '../story/step.rules.ts';

/** A gate that holds the work, and the act by which it has stood since. */
export type Halt = { readonly gate: string; readonly act: MatterAct };

/** Whether some gate holds the work of a matter that is not over. */
export const isHalted = ({ phase, gates }: Pick<MatterState, 'phase' | 'gates'>): boolean =>
  phase !== 'closed' && gates.some(({ halted }) => halted);

/**
 * Which gates hold the work, the first to do so first. An inspection that fails again does not stop it anew: it stands since the one that
 * stopped it.
 */
export function haltsOf(steps: readonly Step[]): Halt[] {
  const now = steps.at(-1)?.after;
  if (!now || !isHalted(now)) return [];
  const holds = (state: MatterState | null, gate: string): boolean =>
    state?.gates.some((one) => one.gate === gate && one.halted) ?? false;
  const halts = now.gates.flatMap(({ gate, halted }) => {
    const since = halted && steps.findLast(({ before, after }) => holds(after, gate) && !holds(before, gate));
    return since ? [{ gate, act: since.act }] : [];
  });
  return halts.toSorted((a, b) => a.act.seq - b.act.seq);
}
