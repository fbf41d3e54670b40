import { dayOf, type Day } from '../kernel/index.ts';
import type { EntryAct } from '../ledger/index.ts';
import { foldDebarment, stageOn, type DebarmentState } from './debarment.rules.ts';

/**
 * Whether somebody stood in the register on a day by what was known at its end: by the acts that had been done by then, in their order. What was annulled later
 * stood then, and what was entered later did not. Pure.
 */
export function stoodAsKnownOn(day: Day, acts: readonly EntryAct[]): boolean {
  const done = acts.filter(({ at }) => dayOf(new Date(at)) <= day);
  const state = done.reduce<DebarmentState | null>((so, act) => foldDebarment(so, act), null);
  return state !== null && stageOn(state, day) === 'standing';
}
