import type { TreeSum } from '../../../src/matters/trees/tree.contract.ts';
import { useT } from '../../i18n/language.tsx';

/** How far something has come, in words: one number where it is known, two where it lies between them. */
export function useSumWords(): (sum: TreeSum) => string {
  const t = useT();
  return ({ low, high }) => t(low === high ? 'trees.done' : 'trees.between', { low, high });
}
