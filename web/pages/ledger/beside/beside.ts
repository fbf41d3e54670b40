import { createContext, use } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';

type BesideList = {
  /** The matter beside which the list is laid out now: a moment behind the one that is shown. */
  readonly laid: string | undefined;
  /** The matter that is shown, asked by events. */
  readonly shown: () => string | undefined;
  /** Shows a matter beside the list at once, or none; the address follows. `replace`: without a step to go back to. */
  readonly show: (row: MatterRow | undefined, how?: { replace: boolean }) => void;
};

export const BesideContext = createContext<BesideList | null>(null);

/** What the list knows of the matter beside it. */
export function useBeside(): BesideList {
  const beside = use(BesideContext);
  if (!beside) throw new Error('useBeside outside Beside');
  return beside;
}
