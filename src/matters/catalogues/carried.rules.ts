import type { MatterState } from '../life/state.rules.ts';

type Said = { readonly [K in 'stands' | 'text' | 'doneOn' | 'evidence']?: string | null | undefined };

/** Whether two say the same of a unit, whatever the ledgers are called. Pure. */
export const sameWords = (a: Said, b: Said): boolean =>
  (['stands', 'text', 'doneOn', 'evidence'] as const).every((of) => (a[of] ?? null) === (b[of] ?? null));

/** Done by an earlier ledger, and nobody has said otherwise since: no answer of the unit's own. */
export const isCarriedDone = ({ carried }: Pick<MatterState, 'carried'>): boolean =>
  carried?.stands === 'done' && !carried.over;
