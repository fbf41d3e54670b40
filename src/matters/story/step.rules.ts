import { fold } from '../life/fold.rules.ts';
import type { MatterAct } from '../life/effect.rules.ts';
import type { MatterState } from '../life/state.rules.ts';

/** One act with the matter as it was before and after it; `before` is null for the first. */
export type Step = { readonly before: MatterState | null; readonly act: MatterAct; readonly after: MatterState };

/** The life of a matter act by act. Acts without effects may be left out, but for corrections: they move nothing. */
export function stepsOf(acts: readonly MatterAct[]): Step[] {
  let state: MatterState | null = null;
  return acts.map((act) => {
    const before: MatterState | null = state;
    const after: MatterState = fold(before, act);
    state = after;
    return { before, act, after };
  });
}
